import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'An address that somebody only claims at the provider can no longer be registered',
  reference: 'CWE-645',
  reddens: [{ check: 'AUTH-2.claimed-address-stays-free', because: /its owner registers: 409/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      membership: (kit, standard) => ({
        ...standard,
        ofProviderIdentity: async (identity) => {
          const account = await standard.ofProviderIdentity(identity)
          const { email, name, emailVerified, subject } = identity
          if (account || emailVerified) return account
          const reserved = { email, name, permissions: [], providerSubject: `reserved:${subject}` }
          await kit.accounts.add({ ...reserved, authProvider: 'google' })
          return undefined
        },
      }),
    },
  }),
}
