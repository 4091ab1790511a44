import type { Defect } from '#proof/defect'
import { accountById } from '#damage/accounts'

export const defect: Defect = {
  wrong: 'A means of renewal works as often as one likes',
  reference: 'RFC 9700, 4.14.2',
  reddens: [{ check: 'AUTH-3.spent-renewal-refused', because: /200/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => ({
        ...standard,
        redeem: async (claims) => {
          const redemption = await standard.redeem(claims)
          const account = await accountById(kit.database, claims.sub)
          if (redemption.outcome !== 'replayed' || !account) return redemption
          return { outcome: 'renewed', account, sessionId: redemption.sessionId }
        },
      }),
    },
  }),
}
