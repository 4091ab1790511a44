import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever gives no name is called Member',
  reference: 'Platform contract, 2: left out, it is the address or what stands before its @',
  reddens: [
    {
      check: 'AUTH-1.names-are-kept',
      breaks: ['auth.name.left-out'],
      because: /a name that is left out: .* says "Member"/,
    },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      accounts: (_kit, standard) => ({
        ...standard,
        add: (account) =>
          standard.add({ ...account, name: account.name === account.email ? 'Member' : account.name }),
      }),
    },
  }),
}
