import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The notes that a conversation is begun with are lost',
  reference: 'Platform contract, 3: metadata',
  reddens: [{ check: 'ISO-4.renamed-everywhere', because: /its notes afterwards: \{\}, not/ }],
  verdict: 'failed',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        create: (userId, title) => standard.create(userId, title, {}),
      }),
    },
  }),
}
