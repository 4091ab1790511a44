import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Blanks at the ends of what is looked for are passed over',
  reference: 'Platform contract, 3: q looks for what it says, as it stands',
  reddens: [{ check: 'ISO-4.renamed-everywhere', because: /with a blank at its end/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        list: (userId, page, search) => standard.list(userId, page, search?.trim()),
      }),
    },
  }),
}
