import { knowingCalls } from '#damage/requests'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Work that is called off ends as if it had failed',
  reference: 'Platform contract, 3: the run ends as cancelled',
  reddens: [{ check: 'CHAT-3.called-off-in-time', because: /^failed, told after/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const { parts, current } = knowingCalls()
    return {
      backend: {
        ...parts,
        runEngine: (kit, standard) => ({
          ...standard,
          cancel: async (id) => {
            await standard.cancel(id)
            if (current()) await kit.runs.finish(id, 'failed', 'It was stopped.')
          },
        }),
      },
    }
  },
}
