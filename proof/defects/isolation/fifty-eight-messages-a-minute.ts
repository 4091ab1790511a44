import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Fifty-eight messages of one person are taken within a minute, in place of sixty',
  reference: 'Platform contract, 3: 60 messages a minute',
  reddens: [
    { check: 'ISO-5.so-many-a-minute', because: /^58 taken; one (on the line|by a call) was refused/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const counts = new Map<string, number>()
    return {
      backend: {
        limits: (_kit, standard) => ({
          ...standard,
          admitMessage: (userId) => {
            const count = (counts.get(userId) ?? 0) + 1
            counts.set(userId, count)
            if (count <= 58) return standard.admitMessage(userId)
            throw new Refusal(429, 'RATE_LIMITED', 'Too many messages a minute', { 'retry-after': '59' })
          },
        }),
      },
    }
  },
}
