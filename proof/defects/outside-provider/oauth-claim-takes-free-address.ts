import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever only claims a free address at the provider has an account by it',
  reference: 'OpenID Connect Core 1.0, 5.7; CWE-283',
  reddens: [{ check: 'AUTH-2.claimed-address-stays-free', because: /409|with a session/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      membership: (kit, standard) => ({
        ...standard,
        ofProviderIdentity: async (identity) => {
          const isFree = !(await kit.accounts.byEmail(identity.email))
          return standard.ofProviderIdentity({ ...identity, emailVerified: identity.emailVerified || isFree })
        },
      }),
    },
  }),
}
