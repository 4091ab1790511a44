import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Letters that are no ASCII are lost from names',
  reference: 'Platform contract, 2: a name is told as it was given',
  reddens: [{ check: 'AUTH-1.names-are-kept', because: /has umlauts: .* says/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      accounts: (_kit, standard) => ({
        ...standard,
        add: (account) => standard.add({ ...account, name: account.name.replace(/[^\x20-\x7e]/g, '?') }),
      }),
    },
  }),
}
