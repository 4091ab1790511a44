import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A provider identity opens a password account of the same address',
  reference: 'OpenID Connect Core 1.0, 5.7; Sign-in linking without consent',
  reddens: [{ check: 'AUTH-2.confirmed-address-takes-nothing', because: /access_token|session/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      membership: (kit, standard) => ({
        ...standard,
        ofProviderIdentity: async (identity) => {
          const known = identity.emailVerified && (await kit.accounts.byEmail(identity.email))
          return known || standard.ofProviderIdentity(identity)
        },
      }),
    },
  }),
}
