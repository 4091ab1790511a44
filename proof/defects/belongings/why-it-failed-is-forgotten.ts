import type { Defect } from '#proof/defect'

const KEPT_MS = 500

export const defect: Defect = {
  wrong: 'Why a work has failed is not known any more half a second later',
  reference: 'Platform contract, 3: `error` says why for what failed',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      inside: 'CHAT-4',
      breaks: ['backend.agrees'],
      because: /run \S+ has failed, and no fault is told/,
    },
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
