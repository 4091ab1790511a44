import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A search does not find what was said',
  reference: 'Platform contract, 3: q looks into titles and messages',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['threads.list.search'],
      because: /conversations found by "nightfall" (hold thread_.*not among them|are 1)/,
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
          const isTitled = found.threads.every(({ title }) => title.toLowerCase().includes(search ?? ''))
          return isTitled ? found : { threads: [], total: 0 }
        },
      }),
    },
  }),
}
