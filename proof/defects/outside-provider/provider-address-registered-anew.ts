import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever registers the address of a provider account gets into it',
  reference: 'Platform contract, 2: 409 for an address that is taken; CWE-287',
  reddens: [{ check: 'AUTH-2.provider-account-is-hers', because: /registering .*: 200, not 409/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      accounts: (kit, standard) => ({
        ...standard,
        add: async (account) => {
          const added = await standard.add(account)
          const known = added ?? (await standard.byEmail(account.email))
          if (added || !account.passwordHash || known?.authProvider !== 'google') return added
          await kit.database`update accounts set password_hash = ${account.passwordHash} where id = ${known.id}`
          return known
        },
      }),
    },
  }),
}
