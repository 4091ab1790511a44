import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Everybody is called Member',
  reference: 'Platform contract, 2: a name is told as it was given',
  reddens: [{ check: 'AUTH-1.names-are-kept', because: /says "Member"/ }],
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    auth: {
      accounts: (_kit, standard) => ({
        ...standard,
        add: (account) => standard.add({ ...account, name: 'Member' }),
      }),
    },
  }),
}
