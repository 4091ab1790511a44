import type { Defect } from '#proof/defect'
import { accountById } from '#damage/accounts'

export const defect: Defect = {
  wrong: 'A refresh token that was never issued renews: nobody looks whether it is known',
  reference: 'RFC 9700, 4.14.2; CWE-613',
  reddens: [{ check: 'AUTH-3.forged-renewals-refused', because: /that was never issued: 200/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => ({
        ...standard,
        redeem: async (claims) => {
          const [known] = await kit.database`select 1 from tokens where jti = ${claims.jti}`
          const account = known ? undefined : await accountById(kit.database, claims.sub)
          if (!account) return standard.redeem(claims)
          return { outcome: 'renewed', account, sessionId: await standard.open(account) }
        },
      }),
    },
  }),
}
