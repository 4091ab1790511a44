import type { Message } from '@netra/local-stack/backend/conversations/messages'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Each answer is listed right after its question, also where another question was asked in between',
  reference: 'Platform contract, 3: GET /api/threads/{id}/messages, in order',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      inside: 'LIVE-3',
      breaks: ['messages.list'],
      because: /below it at/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      messages: ({ database }, standard) => ({
        ...standard,
        list: async (threadId, { limit, offset }) => {
          const { total } = await standard.list(threadId, { limit: 1, offset: 0 })
          const messages = await database<Message[]>`
            select * from messages where thread_id = ${threadId}
            order by (select min(one.position) from messages one where one.run_id = messages.run_id), position
            limit ${limit} offset ${offset}`
          return { messages: [...messages], total }
        },
      }),
    },
  }),
}
