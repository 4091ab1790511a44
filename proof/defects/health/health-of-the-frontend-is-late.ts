import type { Defect } from '#proof/defect'
import { healthDelayed } from '#damage/health'

export const defect: Defect = {
  wrong: 'The frontend takes three seconds to say how it is',
  reference: 'Platform contract, 1: within 2 s',
  reddens: [{ check: 'ISO-5.health-is-told-in-time', because: /frontend after 3/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => healthDelayed('frontend', 3_000),
}
