import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whatever was stopped is counted among what is worked on, up to three',
  reference: 'Platform contract, 3: Each person has 5 runs at once; CWE-772',
  reddens: [
    { check: 'CHAT-4.room-is-given-back', because: /taken at once after what was stopped: [23], not 5/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      runs: (kit, standard) => ({
        ...standard,
        countRunning: async (userId) => {
          const [{ kept }] = await kit.database<[{ kept: number }]>`
            select count(*)::int as kept from runs where user_id = ${userId} and status = 'cancelled'`
          return (await standard.countRunning(userId)) + Math.min(kept, 3)
        },
      }),
    },
  }),
}
