import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'For a second after somebody has sent too many messages, nobody may send one',
  reference: "Platform contract, 3: nobody's flood slows or refuses anybody else",
  reddens: [
    { check: 'ISO-5.so-many-a-minute', breaks: ['limits.own'], because: /2 of 2 others were refused$/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const counts = new Map<string, number>()
    let shutUntil = 0
    return {
      backend: {
        limits: (_kit, standard) => ({
          ...standard,
          admitMessage: (userId) => {
            const count = (counts.get(userId) ?? 0) + 1
            counts.set(userId, count)
            if (Date.now() < shutUntil && count < 60)
              throw new Refusal(429, 'RATE_LIMITED', 'Too many messages a minute', { 'retry-after': '1' })
            if (count >= 60) shutUntil = Date.now() + 1000
            return standard.admitMessage(userId)
          },
        }),
      },
    }
  },
}
