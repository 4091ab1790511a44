import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A conversation that is renamed is renamed in plain letters only',
  reference: 'Platform contract, 3: Titles are told as they were given, to the letter',
  reddens: [{ check: 'ISO-4.renamed-everywhere', because: /its name in the answer/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        rename: (id, title) => standard.rename(id, title.replace(/[^ -~]/g, '')),
      }),
    },
  }),
}
