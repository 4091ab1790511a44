import { setTimeout } from 'node:timers/promises'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'When many ask at once, nobody hears a word for a quarter of a minute',
  reference: 'Time budget: first event within 15 s',
  reddens: [{ check: 'ISO-5.phases-in-budget', because: /hears the first word: [^;]*p99 1[5-9]/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) => {
        let asking = 0
        return {
          answer: async (task) => {
            asking += 1
            await setTimeout(20)
            if (asking >= MANY) await setTimeout(15_500)
            return standard.answer(task).finally(() => (asking -= 1))
          },
        }
      },
    },
  }),
}

const MANY = 4
