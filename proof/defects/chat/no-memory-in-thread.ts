import type { Defect } from '#proof/defect'
import { createSupervisor } from '@netra/local-stack/backend/agents/supervisor'

export const defect: Defect = {
  wrong: 'Every question is answered as if it were the first',
  reference: 'Platform contract, 5: agents',
  reddens: [{ check: 'CHAT-1.follow-up-remembers', because: /is not named|is not stated/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (kit) =>
        createSupervisor({
          model: kit.model,
          toolbox: kit.toolbox,
          messages: { ...kit.messages, list: () => Promise.resolve({ messages: [], total: 0 }) },
        }),
    },
  }),
}
