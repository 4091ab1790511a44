import type { Defect } from '#proof/defect'
import type { Message } from '@netra/local-stack/backend/conversations/messages'
import { createSupervisor } from '@netra/local-stack/backend/agents/supervisor'

export const defect: Defect = {
  wrong: 'What a person said in one conversation is known in her others',
  reference: 'Platform contract, 5: memory',
  reddens: [{ check: 'CHAT-1.other-conversation-knows-nothing', because: /it knows/ }],
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
            list: async (threadId) => {
              const messages = await kit.database<Message[]>`
                select * from messages where user_id = (select user_id from threads where id = ${threadId})
                order by thread_id = ${threadId}, position`
              return { messages: [...messages], total: messages.length }
            },
          },
        }),
    },
  }),
}
