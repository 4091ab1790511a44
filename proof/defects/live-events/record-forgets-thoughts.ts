import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What agents thought is told live, and is not on record',
  reference: 'Platform contract, 4: history is durable',
  reddens: [{ check: 'LIVE-1.record-is-what-was-told', because: /on record; the first that differs/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      events: (_kit, standard) => ({
        ...standard,
        ofRun: async (...request) =>
          (await standard.ofRun(...request)).filter(({ type }) => type !== 'agent_thinking'),
      }),
    },
  }),
}
