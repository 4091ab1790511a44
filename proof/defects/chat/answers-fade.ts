import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'An answer loses its last letter three seconds after it was given',
  reference: 'Platform contract, 3: told as they were given; what tidies up afterwards',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      inside: 'CHAT-3',
      breaks: ['messages.list'],
      because: /reads|it is assistant/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      messages: (_kit, standard) => ({
        ...standard,
        list: async (threadId, page) => {
          const { messages, total } = await standard.list(threadId, page)
          const told = messages.map((message) => {
            const isOld = message.role === 'assistant' && Date.now() - message.createdAt.getTime() > 3_000
            return isOld ? { ...message, content: message.content.slice(0, -1) } : message
          })
          return { messages: told, total }
        },
      }),
    },
  }),
}
