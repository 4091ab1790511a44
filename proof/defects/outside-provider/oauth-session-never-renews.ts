import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A session that came from the provider does not renew',
  reference: 'Platform contract, 2: POST /auth/refresh',
  reddens: [{ check: 'AUTH-2.provider-session-renews-and-ends', because: /renewing: 401/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      sessions: (_kit, standard) => ({
        ...standard,
        redeem: async (claims) => {
          const redemption = await standard.redeem(claims)
          const isOfProvider =
            redemption.outcome === 'renewed' && redemption.account.authProvider === 'google'
          return isOfProvider ? { outcome: 'refused' } : redemption
        },
      }),
    },
  }),
}
