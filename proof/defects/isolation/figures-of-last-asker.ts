import { setTimeout } from 'node:timers/promises'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The agents work on the words of whoever asked last',
  reference: 'CWE-567; a request kept in a global',
  reddens: [{ check: 'ISO-2.answered-from-own-figures', because: /it names user\d|is not named/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) => {
        let latest = ''
        return {
          answer: async (task) => {
            latest = task.question
            // Everybody's words come first, then the work.
            await setTimeout(300)
            return standard.answer({ ...task, question: latest })
          },
        }
      },
    },
  }),
}
