import type { Defect } from '#proof/defect'
import { setTimeout } from 'node:timers/promises'
import { isLast, telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'The first word of work comes late where other work of the same person is going on',
  reference: 'Platform contract, 4: The first event comes within 2 s',
  reddens: [{ check: 'LIVE-3.never-silent-for-long', because: /after the acceptance/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const working = new Map<string, number>()
    return {
      backend: {
        publisher: (_kit, standard) =>
          telling(standard, async (word, tell) => {
            const { userId } = word.run
            if (word.type === 'agent_started' && word.agent === 'supervisor') {
              const others = working.get(userId) ?? 0
              working.set(userId, others + 1)
              if (others > 0) await setTimeout(3_500)
            }
            if (isLast(word)) working.set(userId, (working.get(userId) ?? 1) - 1)
            return tell(word)
          }),
      },
    }
  },
}
