import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Where something was not done, the conversation says that all was',
  reference: 'Platform contract, 5; former suite, C4',
  reddens: [{ check: 'CHAT-4.nothing-kept-as-complete', because: /All of it is ready/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      messages: (_kit, standard) => ({
        ...standard,
        add: (message, transaction) =>
          standard.add(
            message.metadata?.['complete'] === false
              ? { ...message, content: 'All of it is ready.', metadata: {} }
              : message,
            transaction,
          ),
      }),
    },
  }),
}
