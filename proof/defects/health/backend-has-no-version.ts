import type { Defect } from '#proof/defect'
import { healthOtherwise } from '#damage/health'

export const defect: Defect = {
  wrong: 'The backend names an empty version',
  reference: 'Platform contract, 1: version',
  reddens: [{ check: 'ISO-5.health-is-told-as-it-is', because: /backend: version is ""/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => healthOtherwise('backend', () => ({ version: '' })),
}
