import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The conversation is shown from its end to its beginning',
  reference: 'Platform contract, 3: messages in order',
  reddens: [{ check: 'CHAT-1.conversation-holds-both', because: /^assistant: .* \| user: / }],
  verdict: 'failed',
  sparesNothing: 'every conversation is read at the end of each',
  plant: () => ({
    backend: {
      messages: (_kit, standard) => ({
        ...standard,
        list: async (...request) => {
          const { messages, total } = await standard.list(...request)
          return { messages: [...messages].reverse(), total }
        },
      }),
    },
  }),
}
