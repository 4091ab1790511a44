import type { Defect } from '#proof/defect'
export const defect: Defect = {
  wrong: 'Work in what was deleted is counted among what is worked on',
  reference: 'Platform contract, 3: Each person has 5 runs at once; CWE-772',
  reddens: [{ check: 'CHAT-4.room-is-given-back', because: /after what was deleted: [0-4], not 5/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const kept = new Map<string, number>()
    return {
      backend: {
        runEngine: (kit, standard) => ({
          ...standard,
          stopThread: async (threadId) => {
            const rows = await kit.database<
              { userId: string }[]
            >`select user_id from runs where thread_id = ${threadId} and status = 'running'`
            for (const { userId } of rows) kept.set(userId, Math.min(4, (kept.get(userId) ?? 0) + 1))
            await standard.stopThread(threadId)
          },
        }),
        runs: (_kit, standard) => ({
          ...standard,
          countRunning: async (userId) => (await standard.countRunning(userId)) + (kept.get(userId) ?? 0),
        }),
      },
    }
  },
}
