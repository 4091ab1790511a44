import type { Account } from '@netra/local-stack/auth-service/accounts'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What renews a session renews it again when it was signed out for a second',
  reference:
    'Platform contract, 2: both tokens of the session are dead everywhere; a list of the dead that forgets',
  reddens: [
    {
      check: 'ALWAYS.sessions-open-until-they-end',
      inside: 'AUTH-5',
      breaks: ['auth.logout.both-dead'],
      because: /means of renewal of exchange \d+ was ended by exchange \d+, .* \(refresh answered 200\)/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: ({ database }, standard) => ({
        ...standard,
        redeem: async (claims) => {
          const [again] = await database<(Account & { sessionId: string })[]>`
            select accounts.*, tokens.session_id from accounts
            join tokens on tokens.jti = ${claims.jti}
            join sessions on sessions.id = tokens.session_id
            where accounts.id = ${claims.sub} and ended_at < now() - interval '1 second'`
          return again
            ? { outcome: 'renewed', account: again, sessionId: again.sessionId }
            : standard.redeem(claims)
        },
      }),
    },
  }),
}
