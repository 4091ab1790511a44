import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A message that comes again more than a third of a second later is worked on again',
  reference:
    'Platform contract, 3: the same client_message_id starts nothing twice; a cache of names that forgets',
  reddens: [{ check: 'CHAT-1.sent-twice-answered-once', because: /sent again much later, it has two runs/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      messages: ({ database }, standard) => ({
        ...standard,
        byClientId: async (userId, name) => {
          const message = await standard.byClientId(userId, name)
          if (!message || Date.now() - message.createdAt.getTime() < 330) return message
          await database`update messages set client_message_id = null where id = ${message.id}`
          return undefined
        },
      }),
    },
  }),
}
