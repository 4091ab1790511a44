import type { Defect } from '#proof/defect'
import { healthOtherwise } from '#damage/health'

export const defect: Defect = {
  wrong: 'What the platform offers is named by names that nobody knows',
  reference: 'Platform contract, 1: capabilities (section 6)',
  reddens: [{ check: 'ISO-5.offers-are-named', because: /X-RESUME/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () =>
    healthOtherwise('backend', ({ capabilities }) => ({
      capabilities: [capabilities].flat().map((name) => `X-${String(name).toUpperCase()}`),
    })),
}
