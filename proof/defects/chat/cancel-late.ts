import type { Defect } from '#proof/defect'
import { setTimeout as pause } from 'node:timers/promises'
import { isLast, telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Work that is stopped ends, and takes its time',
  reference: 'Platform contract, 3: the run ends as cancelled within 2 s',
  reddens: [{ check: 'CHAT-3.stopped-in-time', because: /cancelled.* after (2\.[6-9]|[3-9](\.\d)?) s/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
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
