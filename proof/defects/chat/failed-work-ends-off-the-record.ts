import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'That work has failed is told live, and is not on record',
  reference: 'Platform contract, 3: events: what was recorded, in order',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['runs.events'],
      because: /was told #\d+ by a frame on line .*, and it is not on record/,
      inside: 'CHAT-4',
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      events: (_kit, standard) => ({
        ...standard,
        ofRun: async (id, after) =>
          (await standard.ofRun(id, after)).filter(({ type }) => type !== 'agent_error'),
      }),
    },
  }),
}
