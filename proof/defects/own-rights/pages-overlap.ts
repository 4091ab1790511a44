import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Each page of conversations but the first begins with the last one of the page before',
  reference: 'Platform contract, 3: own ones only, total too, newest first',
  reddens: [{ check: 'ISO-4.pages-are-whole', because: /all that she has: page by page/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        list: (userId, page, search) =>
          standard.list(userId, page.offset > 3 ? { ...page, offset: page.offset - 1 } : page, search),
      }),
    },
  }),
}
