import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who writes into what is deleted in that moment meets a fault',
  reference: 'Platform contract, 3: 200, afterwards 404; a race',
  reddens: [
    {
      check: 'ISO-4.at-once-is-in-order',
      because: /what is done at once is done, or not found: (\d+ × )?500/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      runs: (_kit, standard) => ({
        ...standard,
        create: (threadId, userId) =>
          standard.create(threadId, userId).catch(() => {
            throw new Error('the thread is gone')
          }),
      }),
      messages: (_kit, standard) => ({
        ...standard,
        add: (message, transaction) =>
          standard.add(message, transaction).catch(() => {
            throw new Error('the thread is gone')
          }),
      }),
    },
  }),
}
