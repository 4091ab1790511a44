import type { Defect } from '#proof/defect'
import { setTimeout as pause } from 'node:timers/promises'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'The first word of work comes later than is promised',
  reference: 'Platform contract, 4: first event within 2 s of message_accepted',
  reddens: [
    {
      check: 'LIVE-1.first-word-in-time',
      because: /agent_started of supervisor after (2\.[5-9]|[3-9](\.\d)?) s/,
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, async (word, tell) => {
          if (word.type === 'agent_started' && word.agent === 'supervisor') await pause(TOO_LATE_MS)
          return tell(word)
        }),
    },
  }),
}

const TOO_LATE_MS = 2_600
