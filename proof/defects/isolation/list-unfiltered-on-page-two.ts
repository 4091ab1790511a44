import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "The first page of conversations is one's own, the second is everybody's",
  reference: 'CWE-639; a filter that is lost when paging',
  reddens: [{ check: 'ISO-4.lists-betray-nothing', because: /User \d's page 2: 1 of \d+: thread_/ }],
  verdict: 'isolation-violated',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    backend: {
      threads: (kit, standard) => ({
        ...standard,
        list: async (userId, page, search) => {
          if (page.offset === 0) return standard.list(userId, page, search)
          const all = await kit.database<
            { id: string }[]
          >`select id from threads order by created_at desc, id`
          const ids = all.slice(page.offset, page.offset + page.limit).map(({ id }) => id)
          const threads = (await Promise.all(ids.map((id) => standard.byId(id)))).flatMap(
            (thread) => thread ?? [],
          )
          return { threads, total: all.length }
        },
      }),
    },
  }),
}
