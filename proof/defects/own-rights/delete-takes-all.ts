import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who deletes one conversation loses all of them',
  reference: 'Platform contract, 3: 200, afterwards 404; a delete without its condition',
  reddens: [{ check: 'ISO-4.deleted-is-gone', because: /another conversation: 404, not 200/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        remove: async (id) => {
          const thread = await standard.byId(id)
          if (thread) await standard.removeAllOf(thread.userId)
        },
      }),
    },
  }),
}
