import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Seven questions of one person are worked on at once, in place of five',
  reference: 'Platform contract, 3: Each person has 5 runs at once',
  reddens: [{ check: 'LIVE-5.flood-is-slowed', because: /7 of 8 taken/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      limits: (_kit, standard) => ({
        ...standard,
        admitRun: (userId, running) => standard.admitRun(userId, Math.max(0, running - 2)),
      }),
    },
  }),
}
