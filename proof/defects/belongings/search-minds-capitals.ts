import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A search finds only what is written with the same capitals',
  reference: 'Platform contract, 3: q looks into titles and messages',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['threads.list.search'],
      because: /conversations found by "quiet matters" (hold thread_.*not among them|are 1)/,
      inside: 'AUTH-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        list: async (userId, page, search) => {
          const found = await standard.list(userId, page, search)
          if (search !== 'quiet matters') return found
          const threads = found.threads.filter(({ title }) => title.includes(search))
          return { threads, total: threads.length }
        },
      }),
    },
  }),
}
