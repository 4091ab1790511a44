import type { Defect } from '#proof/defect'
import { healthDelayed } from '#damage/health'

export const defect: Defect = {
  wrong: 'Every third time the backend takes three seconds to say how it is',
  reference: 'Platform contract, 1: within 2 s',
  reddens: [{ check: 'ISO-5.health-is-told-in-time', because: /backend after .*[3-9](\.\d)? s/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => healthDelayed('backend', 3_000, 3),
}
