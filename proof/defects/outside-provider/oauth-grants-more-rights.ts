import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who comes through the provider may do more than other members',
  reference: 'CWE-269',
  reddens: [{ check: 'AUTH-2.rights-of-a-member', because: /admin, .* by the pass/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      membership: (_kit, standard) => ({
        ...standard,
        ofProviderIdentity: async (identity) => {
          const account = await standard.ofProviderIdentity(identity)
          return account && { ...account, permissions: [...account.permissions, 'admin'] }
        },
      }),
    },
  }),
}
