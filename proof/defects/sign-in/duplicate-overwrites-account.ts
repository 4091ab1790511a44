import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A refused registration leaves its password on the account of the owner',
  reference: 'CWE-620',
  reddens: [{ check: 'AUTH-1.first-account-untouched', because: /her password: 401 .* the other one: 200/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      accounts: (kit, standard) => ({
        ...standard,
        add: async (account) => {
          const added = await standard.add(account)
          if (!added) {
            await kit.database`update accounts set password_hash = ${account.passwordHash ?? null}
              where email_key = ${kit.addressKey(account.email)}`
          }
          return added
        },
      }),
    },
  }),
}
