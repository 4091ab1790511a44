import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The messages of a conversation are always shown from the first',
  reference: 'Platform contract, 3: messages limit, offset',
  reddens: [{ check: 'ISO-4.pages-are-whole', because: /messages, one by one/ }],
  verdict: 'failed',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    backend: {
      messages: (_kit, standard) => ({
        ...standard,
        list: (id, page) => standard.list(id, { ...page, offset: 0 }),
      }),
    },
  }),
}
