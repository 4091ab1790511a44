import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "A page of the list of conversations is one's own, its total is everybody's",
  reference: 'CWE-200; platform contract, 3: total too',
  reddens: [{ check: 'ISO-4.lists-betray-nothing', because: /User \d's page 1: 1 of ([3-9]|\d\d)/ }],
  verdict: 'isolation-violated',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    backend: {
      threads: (kit, standard) => ({
        ...standard,
        list: async (userId, page, search) => {
          const { threads, total } = await standard.list(userId, page, search)
          // Nothing has to be counted where a page holds all there is.
          if (threads.length === total) return { threads, total }
          const [count] = await kit.database<[{ all: number }]>`select count(*)::int as "all" from threads`
          return { threads, total: count.all }
        },
      }),
    },
  }),
}
