import type { Defect } from '#proof/defect'
import { accountById } from '#damage/accounts'

export const defect: Defect = {
  wrong: 'Signing out leaves the means of renewal working',
  reference: 'RFC 7009, 2.1; CWE-613',
  reddens: [{ check: 'AUTH-4.signed-out-cannot-renew', because: /200/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => ({
        ...standard,
        redeem: async (claims) => {
          const redemption = await standard.redeem(claims)
          if (redemption.outcome !== 'refused') return redemption
          const account = await accountById(kit.database, claims.sub)
          return account
            ? { outcome: 'renewed', account, sessionId: await standard.open(account) }
            : redemption
        },
      }),
    },
  }),
}
