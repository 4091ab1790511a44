import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Another identity of the same address opens the account of the first',
  reference: 'OpenID Connect Core 1.0, 5.7',
  reddens: [{ check: 'AUTH-2.provider-account-keeps-its-owner', because: /session/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      membership: (kit, standard) => ({
        ...standard,
        ofProviderIdentity: async (identity) => {
          const known = await kit.accounts.byEmail(identity.email)
          const isOfProvider = identity.emailVerified && known?.authProvider === 'google'
          return isOfProvider ? known : standard.ofProviderIdentity(identity)
        },
      }),
    },
  }),
}
