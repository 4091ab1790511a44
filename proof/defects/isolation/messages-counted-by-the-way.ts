import { knowingCalls } from '#damage/requests'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Messages on a line and by a call are counted apart: sixty of each are taken',
  reference: 'Platform contract, 3: counted together',
  reddens: [
    {
      check: 'ISO-5.so-many-a-minute',
      breaks: ['limits.counted-together'],
      because: /^60 taken; [1-4] of 4 more taken, too/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const { parts, current } = knowingCalls()
    return {
      backend: {
        ...parts,
        limits: (_kit, standard) => ({
          ...standard,
          admitMessage: (userId) =>
            standard.admitMessage(current()?.path.endsWith('/messages') ? `${userId} by calls` : userId),
        }),
      },
    }
  },
}
