import { knowingCalls } from '#damage/requests'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Work that is called off is said to stop, and is answered',
  reference: 'Platform contract, 3: POST /api/runs/{id}/cancel',
  reddens: [{ check: 'CHAT-3.called-off-in-time', because: /^completed/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const { parts, current } = knowingCalls()
    return {
      backend: {
        ...parts,
        runEngine: (_kit, standard) => ({
          ...standard,
          cancel: (id) => (current() ? Promise.resolve() : standard.cancel(id)),
        }),
      },
    }
  },
}
