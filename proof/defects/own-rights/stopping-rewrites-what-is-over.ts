import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Work that was answered is cancelled afterwards when it is stopped too late',
  reference: 'Platform contract, 3: POST /api/runs/{id}/cancel; a race',
  reddens: [{ check: 'ISO-4.at-once-is-in-order', because: /work that was over: .*"cancelled"/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      runEngine: (kit, standard) => ({
        ...standard,
        cancel: async (id) => {
          await standard.cancel(id)
          await kit.runs.finish(id, 'cancelled', null)
        },
      }),
    },
  }),
}
