import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Answers are told by the backend alone that gave them: one that begins anew knows none',
  reference: 'Platform contract, 4: History is durable',
  reddens: [
    { check: 'LIVE-2.nothing-lost-at-restart', breaks: ['events.durable'], because: /^its messages: / },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      messages: (_kit, standard) => {
        const own = new Set<string>()
        return {
          ...standard,
          add: async (message, tx) => {
            const added = await standard.add(message, tx)
            if (added) own.add(added.id)
            return added
          },
          list: async (threadId, { limit, offset }) => {
            const { messages } = await standard.list(threadId, { limit: 1000, offset: 0 })
            const known = messages.filter(({ id, role }) => role === 'user' || own.has(id))
            return { messages: known.slice(offset, offset + limit), total: known.length }
          },
        }
      },
    },
  }),
}
