import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Messages over two thousand characters are cut when they are kept',
  reference: 'CWE-176, CWE-116; platform contract, 3: to the letter',
  reddens: [{ check: 'CHAT-1.words-kept-to-the-letter', because: /the question is kept as 2000/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      messages: (_kit, standard) => ({
        ...standard,
        add: (message, transaction) =>
          standard.add({ ...message, content: message.content.slice(0, 2_000) }, transaction),
      }),
    },
  }),
}
