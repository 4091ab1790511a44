import type { Defect } from '#proof/defect'

const ALL = { limit: 1_000, offset: 0 }

export const defect: Defect = {
  wrong: 'A conversation that was deleted is there again three seconds later',
  reference: 'Platform contract, 3: 200, afterwards 404; a mark that runs out',
  reddens: [{ check: 'ISO-4.deleted-work-stops', because: /it, a moment later/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (_kit, standard) => {
        const gone = new Map<string, number>()
        const isGone = (id: string): boolean => Date.now() - (gone.get(id) ?? 0) < 3_000
        return {
          ...standard,
          byId: async (id) => (isGone(id) ? undefined : standard.byId(id)),
          remove: (id) => Promise.resolve(void gone.set(id, Date.now())),
          list: async (userId, { limit, offset }, search) => {
            const { threads } = await standard.list(userId, ALL, search)
            const there = threads.filter(({ id }) => !isGone(id))
            return { threads: there.slice(offset, offset + limit), total: there.length }
          },
        }
      },
    },
  }),
}
