import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A search looks into titles and questions, and passes over every answer',
  reference: 'Platform contract, 3: q looks into titles and messages',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['threads.list.search'],
      because: /conversations found by ".*" (hold thread_.*not among them|are 1)/,
      inside: 'ISO-4',
    },
    { check: 'ISO-4.lists-betray-nothing', because: /list \(q [A-Z ]+\): 0 of 0/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (kit, standard) => ({
        ...standard,
        list: async (userId, page, search) => {
          if (!search) return standard.list(userId, page)
          const asked = await kit.database<{ id: string }[]>`
            select id from threads where user_id = ${userId} and (
              position(lower(${search}) in lower(title)) > 0 or exists (
                select from messages where thread_id = threads.id and role = 'user'
                  and position(lower(${search}) in lower(content)) > 0))`
          const all = await standard.list(userId, { limit: 100, offset: 0 }, search)
          const threads = all.threads.filter(({ id }) => asked.some((one) => one.id === id))
          return { threads: threads.slice(page.offset, page.offset + page.limit), total: threads.length }
        },
      }),
    },
  }),
}
