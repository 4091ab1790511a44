import type { Defect } from '#proof/defect'
import { accountById } from '#damage/accounts'

export const defect: Defect = {
  wrong: 'Of a session that has ended, only the newest access token is dead',
  reference: 'RFC 9700, 4.14.2; OWASP ASVS 5.0, 7.4.1',
  reddens: [
    { check: 'AUTH-3.replay-ends-the-session', because: /is open/ },
    { check: 'AUTH-4.signed-out-opens-nothing', because: /is open/ },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => ({
        ...standard,
        accountOf: async (claims) => {
          const tokens = await kit.database<{ jti: string }[]>`
            select jti from tokens where kind = 'access' and session_id =
              (select session_id from tokens where jti = ${claims.jti}) order by ctid`
          const isEarlier = tokens.length > 1 && tokens.at(-1)?.jti !== claims.jti
          return isEarlier ? accountById(kit.database, claims.sub) : standard.accountOf(claims)
        },
      }),
    },
  }),
}
