import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A message that comes several times at once is worked on each time',
  reference: 'Platform contract, 3: starts nothing twice; a race',
  reddens: [
    { check: 'CHAT-1.sent-at-once-answered-once', because: /for [2-6] runs|answered 429|RATE_LIMITED/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const busy = new Set<string>()
    return {
      backend: {
        questions: (_kit, standard) => ({
          accept: async (question) => {
            const { clientMessageId: name = '' } = question
            if (busy.has(name)) return standard.accept({ ...question, clientMessageId: undefined })
            busy.add(name)
            return standard.accept(question).finally(() => busy.delete(name))
          },
        }),
      },
    }
  },
}
