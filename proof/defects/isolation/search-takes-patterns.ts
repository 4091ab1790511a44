import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What is looked for is taken for a pattern, not as it stands',
  reference: 'CWE-155; platform contract, 3: looked for as it stands',
  reddens: [{ check: 'ISO-4.lists-betray-nothing', because: /\(q %%\): [1-9]/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (kit, standard) => ({
        ...standard,
        list: async (userId, page, search) => {
          if (!search) return standard.list(userId, page)
          const found = await kit.database<{ id: string }[]>`
            select id from threads where user_id = ${userId} and (title ilike ${`%${search}%`} or exists (
              select from messages where thread_id = threads.id and content ilike ${`%${search}%`}))`
          const all = await standard.list(userId, { limit: 100, offset: 0 })
          const threads = all.threads.filter(({ id }) => found.some((one) => one.id === id))
          return { threads: threads.slice(page.offset, page.offset + page.limit), total: threads.length }
        },
      }),
    },
  }),
}
