import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Every account says that it came by the provider',
  reference: 'Platform contract, 2: GET /auth/me',
  reddens: [{ check: 'AUTH-1.account-is-told-as-it-is', because: /signs in by google/ }],
  sparesNothing: 'Whoever looks at her account is told so, in every scenario',
  plant: () => ({
    auth: {
      sessions: (_kit, standard) => ({
        ...standard,
        accountOf: async (claims) => {
          const account = await standard.accountOf(claims)
          return account && { ...account, authProvider: 'google' }
        },
      }),
    },
  }),
}
