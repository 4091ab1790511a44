import type { Defect } from '#proof/defect'
import type { Account } from '@netra/local-stack/auth-service/accounts'

export const defect: Defect = {
  wrong: 'Who renews comes back as somebody else',
  reference: 'CWE-384; CWE-488',
  reddens: [{ check: 'AUTH-3.same-person-after-renewal', because: /user_/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => ({
        ...standard,
        redeem: async (claims) => {
          const redemption = await standard.redeem(claims)
          const [other] = await kit.database<Account[]>`
            select * from accounts where id <> ${claims.sub} order by created_at limit 1`
          return redemption.outcome === 'renewed' && other ? { ...redemption, account: other } : redemption
        },
      }),
    },
  }),
}
