import type { Defect } from '#proof/defect'
import { accountById } from '#damage/accounts'

export const defect: Defect = {
  wrong: 'In a session of the provider, what renews works as often as one likes',
  reference: 'RFC 9700, 4.14.2',
  reddens: [
    { check: 'AUTH-2.provider-session-renews-and-ends', because: /renewing that by the same again: 200/ },
  ],
  spares: ['AUTH-3'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => ({
        ...standard,
        redeem: async (claims) => {
          const redemption = await standard.redeem(claims)
          const account = await accountById(kit.database, claims.sub)
          if (redemption.outcome !== 'replayed' || account?.authProvider !== 'google') return redemption
          return { outcome: 'renewed', account, sessionId: redemption.sessionId }
        },
      }),
    },
  }),
}
