import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A second after work has failed it is not told any more why',
  reference: 'Platform contract, 3: error says why for what failed; what sweeps up, and too much',
  reddens: [
    { check: 'ALWAYS.records-fit-the-story', inside: 'CHAT-4', because: /failed, and does not say why/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      runs: (_kit, standard) => ({
        ...standard,
        byId: async (id) => {
          const run = await standard.byId(id)
          const isOld = Date.now() - (run?.finishedAt?.getTime() ?? Infinity) > KEPT_MS
          return run && isOld ? { ...run, error: null } : run
        },
      }),
    },
  }),
}

const KEPT_MS = 1_000
