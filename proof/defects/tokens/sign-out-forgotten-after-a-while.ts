import type { Account } from '@netra/local-stack/auth-service/accounts'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What was signed out opens again after two seconds',
  reference:
    'Platform contract, 2: both tokens of the session are dead everywhere; a list of the dead that forgets',
  reddens: [{ check: 'AUTH-5.signed-out-refused', because: / is open: it answered 200/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => ({
        ...standard,
        accountOf: async (claims) => {
          const account = await standard.accountOf(claims)
          if (account) return account
          const [again] = await kit.database<Account[]>`
            select accounts.* from accounts
            join tokens on tokens.jti = ${claims.jti}
            join sessions on sessions.id = tokens.session_id
            where accounts.id = ${claims.sub} and ended_at < now() - interval '2 seconds'`
          return again
        },
      }),
    },
  }),
}
