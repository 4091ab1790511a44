import type { Defect } from '#proof/defect'
import { answeringCall } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Signing out is answered in words that no program reads',
  reference: 'Platform contract, 2: JSON both ways',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['auth.json', 'auth.logout'],
      because: /POST \/auth\/logout/,
      inside: 'AUTH-4',
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => answeringCall('auth', 'POST /auth/logout', (answer) => ({ ...answer, body: 'Goodbye' })),
}
