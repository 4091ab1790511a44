import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A conversation that is renamed says that nothing has changed',
  reference: 'Platform contract, 3: updated_at',
  reddens: [
    { check: 'ISO-4.renamed-everywhere', because: /^the time of its change has moved on: no, not yes$/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (kit, standard) => ({
        ...standard,
        rename: async (id, title) => {
          await kit.database`update threads set title = ${title} where id = ${id}`
        },
      }),
    },
  }),
}
