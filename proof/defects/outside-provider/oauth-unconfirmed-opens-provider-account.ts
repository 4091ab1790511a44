import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'An address that was only claimed opens the account of the provider that has it',
  reference: 'OpenID Connect Core 1.0, 5.7',
  reddens: [{ check: 'AUTH-2.provider-account-not-claimed', because: /session/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      membership: (kit, standard) => ({
        ...standard,
        ofProviderIdentity: async (identity) => {
          const known = await kit.accounts.byEmail(identity.email)
          const isClaimed = !identity.emailVerified && known?.authProvider === 'google'
          return isClaimed ? known : standard.ofProviderIdentity(identity)
        },
      }),
    },
  }),
}
