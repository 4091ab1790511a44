import type { Defect } from '#proof/defect'
import { createSupervisor } from '@netra/local-stack/backend/agents/supervisor'

export const defect: Defect = {
  wrong: 'Only what was said first in a conversation is remembered',
  reference: 'AutoGen and kin: a window over the wrong end; platform contract, 5',
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
              return { messages: messages.slice(0, 4), total }
            },
          },
        }),
    },
  }),
}
