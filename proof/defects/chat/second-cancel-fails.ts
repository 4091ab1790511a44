import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who calls off once more what is called off already meets a fault',
  reference: 'Platform contract, 3: POST /api/runs/{id}/cancel: 202; RFC 9110, 15.6.1',
  reddens: [{ check: 'ALWAYS.no-unclaimed-fault', inside: 'CHAT-3', because: /cancel .*was answered 500/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      runEngine: (kit, standard) => ({
        ...standard,
        cancel: async (id) => {
          if ((await kit.runs.byId(id))?.status === 'cancelled') throw new Error('it is over')
          await standard.cancel(id)
        },
      }),
    },
  }),
}
