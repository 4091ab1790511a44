import type { Account } from '@netra/local-stack/auth-service/accounts'
import type { Defect } from '#proof/defect'

const LATER_MS = 2_500

export const defect: Defect = {
  wrong: 'A pass of a closed account opens again two and a half seconds later',
  reference:
    'Platform contract, 2: account and sessions are gone everywhere; a copy that is read when the first has nothing',
  reddens: [
    {
      check: 'ALWAYS.sessions-open-until-they-end',
      inside: 'AUTH-5',
      breaks: ['auth.delete.gone'],
      because:
        /'s pass of exchange \d+ was ended by exchange \d+, and exchange \d+ takes it \((?:me|profile) answered 200\)/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const known = new Map<string, Account>()
    const gone = new Map<string, number>()
    return {
      auth: {
        accounts: (_kit, standard) => ({
          ...standard,
          remove: async (id) => {
            gone.set(id, performance.now())
            await standard.remove(id)
          },
        }),
        sessions: (_kit, standard) => ({
          ...standard,
          accountOf: async (claims) => {
            const account = await standard.accountOf(claims)
            if (account) known.set(account.id, account)
            const since = performance.now() - (gone.get(claims.sub) ?? Infinity)
            return account ?? (since > LATER_MS ? known.get(claims.sub) : undefined)
          },
        }),
      },
    }
  },
}
