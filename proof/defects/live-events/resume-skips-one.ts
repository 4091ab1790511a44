import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who comes back is told again all but the first of what was missed',
  reference: 'Platform contract, 4: every event past after',
  reddens: [
    { check: 'LIVE-2.missed-is-told-again', because: /lost #\d/ },
    { check: 'LIVE-2.told-once-in-order', because: /holes: #\d/ },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      events: (_kit, standard) => ({
        ...standard,
        ofThread: async (id, after) =>
          (await standard.ofThread(id, after)).filter(
            ({ sequence }) => after === 0 || sequence !== after + 1,
          ),
      }),
    },
  }),
}
