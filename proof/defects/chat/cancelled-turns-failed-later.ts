import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Work that was cancelled has failed when it is looked at three seconds later',
  reference: 'Platform contract, 3: the run ends as cancelled; a sweep for work without a worker',
  reddens: [
    { check: 'CHAT-3.stopped-in-time', because: /^failed/ },
    { check: 'CHAT-3.called-off-in-time', because: /^failed/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      runs: (_kit, standard) => ({
        ...standard,
        byId: async (id) => {
          const run = await standard.byId(id)
          const isLate = Date.now() - (run?.finishedAt?.getTime() ?? Infinity) > 2_900
          return run?.status === 'cancelled' && isLate ? { ...run, status: 'failed' } : run
        },
      }),
    },
  }),
}
