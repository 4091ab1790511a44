import type { Message } from '@netra/local-stack/backend/conversations/messages'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Names of messages are remembered until a restart: the same message is then taken twice',
  reference: 'Platform contract, 3: starts nothing twice; 4: a restart loses no accepted message',
  reddens: [
    {
      check: 'LIVE-2.nothing-lost-at-restart',
      breaks: ['events.durable'],
      because: /^the same message once more: /,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      messages: (_kit, standard) => {
        const named = new Map<string, Message>()
        return {
          ...standard,
          add: async ({ clientMessageId, ...message }, tx) => {
            const added = await standard.add(message, tx)
            if (added && clientMessageId) named.set(`${message.userId} ${clientMessageId}`, added)
            return added
          },
          byClientId: (userId, name) => Promise.resolve(named.get(`${userId} ${name}`)),
        }
      },
    },
  }),
}
