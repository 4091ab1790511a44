import type { Defect } from '#proof/defect'
import { refusingAs } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Bodies of any size are looked at when a session is renewed',
  reference: 'Platform contract, 2: one over 50 KB is 413; CWE-770',
  reddens: [
    {
      check: 'AUTH-5.too-much-is-refused',
      breaks: ['auth.body-size'],
      because: /far too much at POST \/auth\/refresh: 401/,
    },
  ],
  spares: ['AUTH-4'],
  wire: () => refusingAs(413, 401, '/auth/refresh'),
}
