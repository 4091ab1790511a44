import type { Defect } from '#proof/defect'
import { healthDelayed } from '#damage/health'

export const defect: Defect = {
  wrong: 'The auth service takes more than two seconds to say how it is',
  reference: 'Platform contract, 1: within 2 s',
  reddens: [{ check: 'ISO-5.health-is-told-in-time', because: /auth after 2\.[6-9] s/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => healthDelayed('auth', 2_600),
}
