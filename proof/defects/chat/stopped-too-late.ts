import { setTimeout as pause } from 'node:timers/promises'
import type { Defect } from '#proof/defect'
import { isLast, telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Work that is stopped is told to have ended later than is promised',
  reference: 'Platform contract, 3: the run ends as cancelled within 2 s',
  reddens: [{ check: 'CHAT-3.stopped-in-time', because: /^cancelled, told after (2\.[6-9]|[3-9])/ }],
  spares: ['CHAT-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, async (word, tell) => {
          if (isLast(word) && word.details['error_code'] === 'RUN_CANCELLED') await pause(TOO_LATE_MS)
          return tell(word)
        }),
    },
  }),
}

const TOO_LATE_MS = 2_600
