import type { Defect } from '#proof/defect'
import { answeringCall, without } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Of a good pass it is not said when it ends',
  reference: 'Platform contract, 2: valid, user_id, email, permissions, expires_at',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['auth.validate.good'],
      because: /POST \/auth\/validate.*expires_at/,
      inside: 'AUTH-1',
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => answeringCall('auth', 'POST /auth/validate', (answer) => without('expires_at', answer)),
}
