import type { Defect } from '#proof/defect'
import { answeringCall, without } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Of a bad pass it is not said what is wrong with it',
  reference: 'Platform contract, 2: valid, error, message',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['auth.validate.bad'],
      because: /POST \/auth\/validate.*message/,
      inside: 'AUTH-4',
    },
  ],
  verdict: 'failed',
  spares: ['LIVE-1'],
  wire: () => answeringCall('auth', 'POST /auth/validate', (answer) => without('message', answer)),
}
