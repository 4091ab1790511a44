import type { Defect } from '#proof/defect'
import { healthOtherwise } from '#damage/health'

export const defect: Defect = {
  wrong: 'What the platform offers is told as a text, and not as a list',
  reference: 'Platform contract, 1: capabilities (section 6)',
  reddens: [{ check: 'ISO-5.offers-are-named', because: /resume/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => healthOtherwise('backend', ({ capabilities }) => ({ capabilities: String(capabilities) })),
}
