import type { Defect } from '#proof/defect'
import type { Task } from '@netra/local-stack/backend/agents/supervisor'

export const defect: Defect = {
  wrong: 'Of two works in one conversation at once, the second answers the question of the first',
  reference: 'CWE-362; platform contract, 4 and 5',
  reddens: [{ check: 'LIVE-3.each-answered-as-asked', because: /is not named/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) => {
        const atWork: Task[] = []
        return {
          answer: async (task) => {
            const other = atWork.find(({ run }) => run.threadId === task.run.threadId)
            atWork.push(task)
            try {
              return await standard.answer({ ...task, question: other?.question ?? task.question })
            } finally {
              atWork.splice(atWork.indexOf(task), 1)
            }
          },
        }
      },
    },
  }),
}
