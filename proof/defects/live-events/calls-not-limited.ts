import { knowingCalls } from '#damage/requests'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who has as much worked on as she may is given more by a call',
  reference: 'Platform contract, 3: Each person has 5 runs at once',
  reddens: [{ check: 'LIVE-5.flood-is-slowed', because: /one more by a call: 202, not 429/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const { parts, current } = knowingCalls()
    return {
      backend: {
        ...parts,
        limits: (_kit, standard) => ({
          ...standard,
          admitRun: (userId, running) => {
            if (current()?.path.endsWith('/messages') !== true) standard.admitRun(userId, running)
          },
        }),
      },
    }
  },
}
