import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever registers is called by her address',
  reference: 'Platform contract, 2: register, name',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      because: /name is "\w+ .* it is ".*@/,
      inside: 'AUTH-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  plant: () => ({
    auth: {
      accounts: (_kit, standard) => ({
        ...standard,
        add: (account) => standard.add({ ...account, name: account.email }),
      }),
    },
  }),
}
