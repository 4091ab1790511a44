import type { Defect } from '#proof/defect'
import { createSupervisor } from '@netra/local-stack/backend/agents/supervisor'

export const defect: Defect = {
  wrong: 'The agents remember the last ten messages of a conversation',
  reference: 'Platform contract, 5: Memory is of all of it, a hundred messages at least',
  reddens: [{ check: 'CHAT-1.later-follow-up-remembers', because: /is not stated|is not named/ }],
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
              return { messages: messages.slice(-10), total }
            },
          },
        }),
    },
  }),
}
