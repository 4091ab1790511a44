import type { Defect } from '#proof/defect'
import { refusingAs } from '#damage/wire'

export const defect: Defect = {
  wrong: 'What cannot be read breaks the side door for testers',
  reference: 'Platform contract, 2: a body that is no JSON, or not what the call takes, is 422',
  reddens: [
    {
      check: 'AUTH-5.unreadable-is-refused',
      breaks: ['auth.no-json'],
      because: /a list at POST \/auth\/e2e\/test-auth: 500/,
    },
  ],
  spares: ['AUTH-4'],
  wire: () => refusingAs(422, 500, '/auth/e2e'),
}
