import { setTimeout as pause } from 'node:timers/promises'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Of two renewals at the same moment, both find the means of renewal unspent',
  reference: 'RFC 9700, 4.14.2; CWE-362',
  reddens: [{ check: 'AUTH-3.used-at-once-renews-once', because: /[23] of 3 at once renewed/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (_kit, standard) => {
        const underWay = new Map<string, ReturnType<typeof standard.redeem>>()
        return {
          ...standard,
          redeem: async (claims) => {
            const first = underWay.get(claims.jti)
            if (first) return first
            // Long enough for others to come meanwhile.
            const outcome = pause(40).then(() => standard.redeem(claims))
            underWay.set(claims.jti, outcome)
            try {
              return await outcome
            } finally {
              underWay.delete(claims.jti)
            }
          },
        }
      },
    },
  }),
}
