import type { Defect } from '#proof/defect'
export const defect: Defect = {
  wrong: 'A session from the side door does not renew',
  reference: 'Platform contract, 2: POST /auth/e2e/test-auth, 200 as register',
  reddens: [{ check: 'AUTH-2.simulated-person-is-at-work', because: /renewing: 401/ }],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      sessions: (_kit, standard) => ({
        ...standard,
        redeem: async (claims) => {
          const redemption = await standard.redeem(claims)
          return redemption.outcome === 'renewed' && redemption.account.authProvider === 'simulation'
            ? { outcome: 'refused' }
            : redemption
        },
      }),
    },
  }),
}
