import type { Defect } from '#proof/defect'
import { healthOtherwise } from '#damage/health'

export const defect: Defect = {
  wrong: 'From the third time on, the backend names nothing that it offers when it says how it is',
  reference:
    'Platform contract, 1: the same with `service: "netra-backend"`, and `capabilities`; 6: names what the platform offers',
  reddens: [{ check: 'ISO-5.offers-are-named', because: /nothing any more/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => {
    let asked = 0
    return healthOtherwise('backend', () => ((asked += 1) >= 3 ? { capabilities: [] } : {}))
  },
}
