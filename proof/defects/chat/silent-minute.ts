import type { Defect } from '#proof/defect'
import { setTimeout as pause } from 'node:timers/promises'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'In the middle of long work nothing is said for longer than is promised',
  reference: 'Platform contract, 4: never more than 10 s without an event',
  reddens: [{ check: 'CHAT-3.never-silent-for-long', because: /^1[1-9](\.\d)? s at the longest/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) => {
        const silenced = new Set<string>()
        return telling(standard, async (word, tell) => {
          const isMiddle = String(word.details['message']).startsWith('Part 2 of 5')
          if (isMiddle && silenced.size === 0) {
            silenced.add(word.run.id)
            await pause(SILENCE_MS)
          }
          return tell(word)
        })
      },
    },
  }),
}

const SILENCE_MS = 11_500
