import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Room is given back three seconds after work has ended',
  reference: 'Platform contract, 3: Each person has 5 runs at once; a lease that runs out',
  reddens: [{ check: 'CHAT-4.room-is-given-back', because: /^taken at once after .*, not 5/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      runs: (kit, standard) => ({
        ...standard,
        countRunning: async (userId) => {
          const [{ kept }] = await kit.database<[{ kept: number }]>`
            select count(*)::int as kept from runs
            where user_id = ${userId} and finished_at > now() - interval '3 seconds'`
          return (await standard.countRunning(userId)) + kept
        },
      }),
    },
  }),
}
