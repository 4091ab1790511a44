import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The answer stands in the conversation twice',
  reference: 'Platform contract: question and answer are stored once each',
  reddens: [{ check: 'AUTH-1.conversation-holds-both', because: /assistant: .*assistant: / }],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      messages: (_kit, standard) => ({
        ...standard,
        add: async (message, transaction) => {
          if (message.role === 'assistant') await standard.add(message, transaction)
          return standard.add(message, transaction)
        },
      }),
    },
  }),
}
