import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Two messages whose names differ in blanks at their ends only are taken for one',
  reference: 'Platform contract, 3: names are told as they were given, to the letter',
  reddens: [
    { check: 'CHAT-1.sent-twice-answered-once', because: /3 names that differ in little have 2 runs/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      questions: (_kit, standard) => ({
        accept: ({ clientMessageId, ...question }) =>
          standard.accept({ ...question, clientMessageId: clientMessageId?.trim() }),
      }),
    },
  }),
}
