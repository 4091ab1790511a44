import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The last entry of a page of conversations is left out',
  reference: 'Platform contract, 3: limit, offset',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['backend.agrees'],
      because: /of which this page has 1, and 0 stand on it/,
      inside: 'AUTH-1',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        list: (userId, page, search) =>
          standard.list(userId, page.offset > 0 ? { ...page, limit: 0 } : page, search),
      }),
    },
  }),
}
