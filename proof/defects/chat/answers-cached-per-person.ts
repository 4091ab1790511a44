import type { Answer } from '@netra/local-stack/backend/agents/supervisor'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever has been answered once is given that answer to every other question',
  reference: 'CWE-524: a cache that holds too much; scenarios, CHAT-1',
  reddens: [{ check: 'CHAT-1.other-question-other-answer', because: /speaks of the first workload/ }],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) => {
        const answers = new Map<string, Answer>()
        return {
          answer: async (task) => {
            const answer = answers.get(task.run.userId) ?? (await standard.answer(task))
            answers.set(task.run.userId, answer)
            return answer
          },
        }
      },
    },
  }),
}
