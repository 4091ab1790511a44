import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A question loses the blanks before and after it',
  reference: 'Platform contract, 3: contents are told as they were given, to the letter',
  reddens: [
    { check: 'CHAT-1.words-kept-to-the-letter', because: /the question is kept as 799\d characters/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      messages: (_kit, standard) => ({
        ...standard,
        add: (message, transaction) =>
          standard.add({ ...message, content: message.content.trim() || message.content }, transaction),
      }),
    },
  }),
}
