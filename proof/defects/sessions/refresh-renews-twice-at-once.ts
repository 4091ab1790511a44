import type { Defect } from '#proof/defect'
import { accountById } from '#damage/accounts'

export const defect: Defect = {
  wrong: 'Of two renewals at the same moment, both find the means of renewal unspent',
  reference: 'RFC 9700, 4.14.2; CWE-362',
  reddens: [{ check: 'AUTH-3.used-at-once-renews-once', because: /[23] of 3 at once renewed/ }],
  spares: ['AUTH-2'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => {
        const justNow = new Map<string, Awaited<ReturnType<typeof standard.redeem>>>()
        return {
          ...standard,
          redeem: async (claims) => {
            const first = justNow.get(claims.jti)
            if (first) return first
            const account = await accountById(kit.database, claims.sub)
            const [token] = await kit.database<{ sessionId: string }[]>`
              select session_id from tokens where jti = ${claims.jti} and spent_at is null`
            if (token && account)
              justNow.set(claims.jti, { outcome: 'renewed', account, sessionId: token.sessionId })
            setTimeout(() => justNow.delete(claims.jti), 150)
            return standard.redeem(claims)
          },
        }
      },
    },
  }),
}
