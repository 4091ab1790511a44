import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'After a restart the numbers of what is told in a conversation go on a thousand further',
  reference: 'Platform contract, 4: sequence without gaps; a restart loses nothing',
  reddens: [
    {
      check: 'LIVE-2.nothing-lost-at-restart',
      breaks: ['events.durable'],
      because: /^the numbers of what was told/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      events: (kit, standard) => {
        const known = new Set<string>()
        return {
          ...standard,
          append: async (run, type, payload, also) => {
            if (!known.has(run.threadId)) {
              known.add(run.threadId)
              await kit.database`
                update threads set last_sequence = last_sequence + 1000
                where id = ${run.threadId} and last_sequence > 0`
            }
            return standard.append(run, type, payload, also)
          },
        }
      },
    },
  }),
}
