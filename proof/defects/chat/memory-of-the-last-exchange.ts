import type { Defect } from '#proof/defect'
import { createSupervisor } from '@netra/local-stack/backend/agents/supervisor'

export const defect: Defect = {
  wrong: 'Only the last exchange of a conversation is remembered',
  reference: 'Platform contract, 5: memory',
  reddens: [{ check: 'CHAT-1.newest-statement-counts', because: /is not stated|is not named/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (kit) =>
        createSupervisor({
          model: kit.model,
          toolbox: kit.toolbox,
          messages: {
            ...kit.messages,
            list: async (threadId, page) => {
              const { messages, total } = await kit.messages.list(threadId, page)
              return { messages: messages.slice(-3), total }
            },
          },
        }),
    },
  }),
}
