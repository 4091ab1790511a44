import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A conversation that is renamed keeps its name',
  reference: 'Platform contract, 3: 200 the thread',
  reddens: [
    { check: 'ISO-4.renamed-everywhere', because: /its name, read again: ".+ robin", not ".+ wagtail / },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: { threads: (_kit, standard) => ({ ...standard, rename: () => Promise.resolve() }) },
  }),
}
