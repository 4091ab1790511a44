import type { Defect } from '#proof/defect'
import { createSupervisor } from '@netra/local-stack/backend/agents/supervisor'

export const defect: Defect = {
  wrong: 'What was said first counts over what was said later',
  reference: 'Platform contract, 5: memory',
  reddens: [{ check: 'CHAT-1.later-follow-up-remembers', because: /is not stated/ }],
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
              return { messages: messages.toReversed(), total }
            },
          },
        }),
    },
  }),
}
