import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A device that comes late is told the end of a story only',
  reference: 'Platform contract, 4: 0 for all',
  reddens: [{ check: 'LIVE-2.late-device-catches-up', because: /^30 of \d+ words/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      events: (_kit, standard) => ({
        ...standard,
        ofThread: async (id, after) => (await standard.ofThread(id, after)).slice(-30),
      }),
    },
  }),
}
