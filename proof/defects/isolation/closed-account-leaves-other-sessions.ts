import type { Defect } from '#proof/defect'
import type { Account } from '@netra/local-stack/auth-service/accounts'

export const defect: Defect = {
  wrong: 'Closing an account ends the session that asked for it, and the pass of another device goes on',
  reference: 'Platform contract, 2: account, sessions, threads and runs are gone everywhere',
  reddens: [{ check: 'ISO-4.gone-for-good', because: /is open/ }],
  verdict: 'failed',
  spares: ['LIVE-4'],
  plant: () => {
    const known = new Map<string, Account>()
    const last = new Map<string, string>()
    const closed = new Map<string, string | undefined>()
    return {
      auth: {
        accounts: (_kit, standard) => ({
          ...standard,
          remove: async (id) => {
            closed.set(id, last.get(id))
            await standard.remove(id)
          },
        }),
        sessions: (_kit, standard) => ({
          ...standard,
          accountOf: async (claims) => {
            const account = await standard.accountOf(claims)
            if (account) {
              known.set(claims.jti, account)
              last.set(account.id, claims.jti)
              return account
            }
            return closed.has(claims.sub) && closed.get(claims.sub) !== claims.jti
              ? known.get(claims.jti)
              : undefined
          },
        }),
      },
    }
  },
}
