import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Every fifth message is not counted: seventy-five are taken within a minute',
  reference: 'Platform contract, 3: 60 messages a minute; OWASP API 2023, API4',
  reddens: [{ check: 'ISO-5.so-many-a-minute', because: /^60 taken; [1-4] of 4 more taken, too/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const counts = new Map<string, number>()
    return {
      backend: {
        limits: (_kit, standard) => ({
          ...standard,
          admitMessage: async (userId) => {
            const count = (counts.get(userId) ?? 0) + 1
            counts.set(userId, count)
            if (count % 5 !== 0) await standard.admitMessage(userId)
          },
        }),
      },
    }
  },
}
