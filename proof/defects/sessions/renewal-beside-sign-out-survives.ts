import { setTimeout as pause } from 'node:timers/promises'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A renewal that is under way while its session signs out gives tokens that live on',
  reference: 'Platform contract, 2: POST /auth/logout: both tokens of the session are dead everywhere',
  reddens: [
    { check: 'AUTH-4.signed-out-cannot-renew', because: /the pass that a renewal beside it gave: 200/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => {
        const signedOut = new Set<string>()
        return {
          ...standard,
          endByToken: async (claims) => {
            const [token] = await kit.database<{ sessionId: string }[]>`
              select session_id from tokens where jti = ${claims.jti}`
            if (token) signedOut.add(token.sessionId)
            return standard.endByToken(claims)
          },
          redeem: async (claims) => {
            const redemption = await standard.redeem(claims)
            if (redemption.outcome !== 'renewed') return redemption
            await pause(200)
            if (!signedOut.has(redemption.sessionId)) return redemption
            return { ...redemption, sessionId: await standard.open(redemption.account) }
          },
        }
      },
    },
  }),
}
