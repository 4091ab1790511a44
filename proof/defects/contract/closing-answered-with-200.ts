import type { Defect } from '#proof/defect'
import { answeringCall } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Closing an account is answered as if there were something to read',
  reference: 'Platform contract, 2: 204',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      breaks: ['auth.delete'],
      because: /DELETE \/auth\/me.*answered 200/,
      inside: 'ISO-4',
    },
  ],
  verdict: 'failed',
  spares: ['LIVE-1'],
  wire: () =>
    answeringCall('auth', 'DELETE /auth/me', (answer) =>
      answer.status === 204 ? { ...answer, status: 200, body: '{}' } : answer,
    ),
}
