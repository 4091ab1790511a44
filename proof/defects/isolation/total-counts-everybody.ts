import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "The list of conversations is one's own, its total is everybody's",
  reference: 'CWE-200; platform contract, 3: total too',
  reddens: [{ check: 'ISO-4.lists-betray-nothing', because: /User \d's page 1: 1 of ([3-9]|\d\d)/ }],
  verdict: 'isolation-violated',
  spares: [],
  plant: () => ({
    backend: {
      threads: (kit, standard) => ({
        ...standard,
        list: async (userId, page, search) => {
          const { threads } = await standard.list(userId, page, search)
          const [{ total }] = await kit.database<
            [{ total: number }]
          >`select count(*)::int as total from threads`
          return { threads, total }
        },
      }),
    },
  }),
}
