import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A conversation that was renamed has its former name again three seconds later',
  reference: 'Platform contract, 3: PUT /api/threads/{id}; a lost update',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      inside: 'ISO-4',
      breaks: ['backend.agrees'],
      because: /is called .*it is called/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        rename: async (id, title) => {
          const before = await standard.byId(id)
          await standard.rename(id, title)
          const restore = (): void => void standard.rename(id, before?.title ?? '').catch(() => undefined)
          setTimeout(restore, 3_000).unref()
        },
      }),
    },
  }),
}
