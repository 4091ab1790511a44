import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whatever is looked for is found only in the case in which it was written',
  reference: 'Platform contract, 3: as it stands but for letter case',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['threads.list.search'],
      because: /conversations found by "quiet matters" (hold thread_.*not among them|are 1)/,
      inside: 'AUTH-1',
    },
    { check: 'ISO-4.lists-betray-nothing', because: /list \(q USER1-[^)]*\): 0 of 0/ },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  plant: () => ({
    backend: {
      threads: (kit, standard) => ({
        ...standard,
        list: async (userId, page, search) => {
          if (!search) return standard.list(userId, page)
          const found = await kit.database<{ id: string }[]>`
            select id from threads where user_id = ${userId} and (
              position(${search} in title) > 0 or exists (
                select from messages where thread_id = threads.id and position(${search} in content) > 0))`
          const all = await standard.list(userId, { limit: 100, offset: 0 }, search)
          const threads = all.threads.filter(({ id }) => found.some((one) => one.id === id))
          return { threads: threads.slice(page.offset, page.offset + page.limit), total: threads.length }
        },
      }),
    },
  }),
}
