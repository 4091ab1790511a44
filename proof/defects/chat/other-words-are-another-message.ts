import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A message by a name that was given before is worked on when it says something else',
  reference: 'Platform contract, 3: the same client_message_id answers the same ids and starts nothing twice',
  reddens: [{ check: 'CHAT-1.sent-twice-answered-once', because: /other words have a run of their own/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      questions: (_kit, standard) => {
        const first = new Map<string, string>()
        return {
          accept: ({ clientMessageId: name, ...question }) => {
            if (name === undefined) return standard.accept(question)
            const key = `${question.userId} ${name}`
            const words = first.get(key) ?? question.content
            first.set(key, words)
            const isOther = words !== question.content
            return standard.accept({ ...question, clientMessageId: isOther ? `${name} again` : name })
          },
        }
      },
    },
  }),
}
