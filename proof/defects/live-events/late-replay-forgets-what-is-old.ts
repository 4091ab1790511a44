import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever wants to be told something again is not told what is older than a second and a half',
  reference: 'Platform contract, 4: after resume come all events of that thread; a cache with an expiry',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      inside: 'CHAT-3',
      because: /what came after #0 .* is not told #1 /,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      events: (_kit, standard) => ({
        ...standard,
        ofThread: async (threadId, after) => {
          const events = await standard.ofThread(threadId, after)
          return events.filter(({ timestamp }) => Date.now() - Date.parse(timestamp) < KEPT_MS)
        },
      }),
    },
  }),
}

const KEPT_MS = 1_500
