import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong:
    'After a restart the live line replays nothing of conversations from before: it says at once that all of it, nothing, was told',
  reference:
    'Platform contract, 4: After `resume` come all events of that thread past `after`; History is durable: a restart loses no recorded event',
  reddens: [{ check: 'LIVE-2.nothing-lost-at-restart', because: /told again on a line there: / }],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      events: (_kit, standard) => {
        const known = new Set<string>()
        return {
          ...standard,
          append: (run, type, payload, also) => {
            known.add(run.threadId)
            return standard.append(run, type, payload, also)
          },
          ofThread: async (threadId, after) =>
            known.has(threadId) ? standard.ofThread(threadId, after) : [],
        }
      },
    },
  }),
}
