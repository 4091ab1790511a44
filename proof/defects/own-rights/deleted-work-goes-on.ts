import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Work in what was deleted goes on, and its owner is still told of it',
  reference: 'Platform contract, 3: its runs stop',
  reddens: [{ check: 'ISO-4.deleted-work-stops', because: /its work, later: [1-9]|answers to it: 1/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const gone = new Set<string>()
    const hide = <Thing extends { id: string }>(thing: Thing | undefined, id: string): Thing | undefined =>
      gone.has(id) ? undefined : thing
    return {
      backend: {
        runEngine: (_kit, standard) => ({ ...standard, stopThread: () => Promise.resolve() }),
        threads: (_kit, standard) => ({
          ...standard,
          byId: async (id) => hide(await standard.byId(id), id),
          remove: (id) => Promise.resolve(void gone.add(id)),
          list: async (userId, page, search) => {
            const { threads } = await standard.list(userId, { limit: 100, offset: 0 }, search)
            const left = threads.filter(({ id }) => !gone.has(id))
            return { threads: left.slice(page.offset, page.offset + page.limit), total: left.length }
          },
        }),
        runs: (_kit, standard) => ({
          ...standard,
          byId: async (id) => {
            const run = await standard.byId(id)
            return run && hide(run, run.threadId)
          },
        }),
      },
    }
  },
}
