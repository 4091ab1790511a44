import { knowingCalls } from '#damage/requests'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Only messages by a call are counted: on a line anybody may send any number',
  reference: 'Platform contract, 3: counted together; OWASP API 2023, API4',
  reddens: [{ check: 'ISO-5.so-many-a-minute', because: /^60 taken; [1-4] of 4 more taken, too/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const { parts, current } = knowingCalls()
    return {
      backend: {
        ...parts,
        limits: (_kit, standard) => ({
          ...standard,
          admitMessage: async (userId) => {
            if (current()?.path.endsWith('/messages')) await standard.admitMessage(userId)
          },
        }),
      },
    }
  },
}
