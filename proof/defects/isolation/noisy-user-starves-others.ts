import { setTimeout } from 'node:timers/promises'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'While one person has as much worked on as she may, nobody else is served',
  reference: "Platform contract, 3: nobody's flood slows or refuses anybody else; CWE-770",
  reddens: [{ check: 'ISO-5.nobody-else-is-slowed', because: /had to wait for \d+ of \d+ words/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      supervisor: (_kit, standard) => {
        /** Whose questions are worked on now. */
        const busy: string[] = []
        return {
          answer: async (task) => {
            const { userId } = task.run
            while (
              busy.some((other) => other !== userId && busy.filter((one) => one === other).length >= MANY)
            ) {
              await setTimeout(20)
            }
            busy.push(userId)
            return standard.answer(task).finally(() => busy.splice(busy.indexOf(userId), 1))
          },
        }
      },
    },
  }),
}

const MANY = 5
