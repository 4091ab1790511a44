import type { Run } from '@netra/local-stack/backend/conversations/runs'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Of a conversation that was deleted, the work is still shown',
  reference: 'Platform contract, 3: 200, afterwards 404',
  reddens: [{ check: 'ISO-4.deleted-is-gone', because: /its work: 200, not 404/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const kept = new Map<string, Run>()
    return {
      backend: {
        runs: (_kit, standard) => ({
          ...standard,
          byId: async (id) => {
            const run = (await standard.byId(id)) ?? kept.get(id)
            return run
          },
          create: async (threadId, userId) => {
            const run = await standard.create(threadId, userId)
            kept.set(run.id, run)
            return run
          },
        }),
      },
    }
  },
}
