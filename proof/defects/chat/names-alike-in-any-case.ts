import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Two messages whose names differ in capitals only are taken for one',
  reference: 'Platform contract, 3: the same client_message_id; a collation that folds letters',
  reddens: [
    { check: 'CHAT-1.sent-twice-answered-once', because: /names that differ in little have \d runs/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      questions: (_kit, standard) => ({
        accept: ({ clientMessageId, ...question }) =>
          standard.accept({ ...question, clientMessageId: clientMessageId?.toLowerCase() }),
      }),
    },
  }),
}
