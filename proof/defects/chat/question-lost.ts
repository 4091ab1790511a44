import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The conversation keeps answers, and forgets what was asked',
  reference: 'Platform contract, 3: messages in order',
  reddens: [{ check: 'CHAT-1.conversation-holds-both', because: /^assistant: / }],
  verdict: 'failed',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    backend: {
      messages: (_kit, standard) => ({
        ...standard,
        list: async (...request) => {
          const { messages, total } = await standard.list(...request)
          return { messages: messages.filter(({ role }) => role === 'assistant'), total }
        },
      }),
    },
  }),
}
