import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'An address that was only claimed at the provider opens the account that has it',
  reference: 'OpenID Connect Core 1.0, 5.7; CWE-290',
  reddens: [{ check: 'AUTH-2.unconfirmed-address-takes-nothing', because: /access_token|session/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      membership: (kit, standard) => ({
        ...standard,
        ofProviderIdentity: async (identity) =>
          (await kit.accounts.byEmail(identity.email)) ?? standard.ofProviderIdentity(identity),
      }),
    },
  }),
}
