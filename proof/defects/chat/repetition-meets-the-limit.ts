import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong:
    'With five runs at work, a message that is sent again is refused for the limit in place of being told its ids',
  reference:
    'Platform contract, 3: the same client_message_id of the same person answers the same ids and starts nothing twice',
  reddens: [{ check: 'CHAT-4.room-is-given-back', because: /sent again when there is no more room/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      questions: ({ messages, limits, runs }, standard) => ({
        accept: async (question) => {
          const { userId, clientMessageId } = question
          const isKnown = clientMessageId && (await messages.byClientId(userId, clientMessageId))
          if (isKnown) limits.admitRun(userId, await runs.countRunning(userId))
          return standard.accept(question)
        },
      }),
    },
  }),
}
