import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The answer is told live, and is not in the conversation afterwards',
  reference: 'Platform contract: question and answer are stored once each',
  reddens: [
    { check: 'AUTH-1.conversation-holds-both', because: /user: / },
    { check: 'CHAT-1.conversation-holds-both', because: /^user: [^|]*$/ },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      messages: (_kit, standard) => ({
        ...standard,
        add: async (message, transaction) =>
          message.role === 'user' ? standard.add(message, transaction) : undefined,
      }),
    },
  }),
}
