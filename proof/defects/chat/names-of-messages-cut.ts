import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Of the name of a message only the first thirty letters count',
  reference: 'Platform contract, 3: the same client_message_id; a column that is too narrow',
  reddens: [{ check: 'CHAT-1.sent-twice-answered-once', because: /asked by a call/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      questions: (_kit, standard) => ({
        accept: ({ clientMessageId, ...question }) =>
          standard.accept({ ...question, clientMessageId: clientMessageId?.slice(0, 30) }),
      }),
    },
  }),
}
