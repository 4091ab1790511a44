import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who comes back is told something again that she had heard',
  reference: 'Platform contract, 4: in order, once',
  // Told with the repetition in it, or as one word too few: both of what came back, whichever came first.
  reddens: [
    { check: 'LIVE-2.told-once-in-order', because: /was told (#\d+ after #|\d+ events again, where)/ },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      events: (_kit, standard) => ({
        ...standard,
        ofThread: (id, after) => standard.ofThread(id, Math.max(0, after - 1)),
      }),
    },
  }),
}
