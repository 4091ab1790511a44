import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A message that is sent again into another conversation is worked on again',
  reference: 'Platform contract, 3: the same client_message_id of the same person',
  reddens: [
    { check: 'CHAT-1.sent-twice-answered-once', because: /for 2 runs.*in another conversation [1-9]/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      questions: (_kit, standard) => ({
        accept: (question) => {
          const { clientMessageId: name, threadId } = question
          return standard.accept({ ...question, clientMessageId: name && `${threadId} ${name}` })
        },
      }),
    },
  }),
}
