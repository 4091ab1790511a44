import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A conversation that is renamed loses what was said in it',
  reference: 'Platform contract, 3: PUT /api/threads/{id}; a row that is replaced, and takes others along',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      inside: 'ISO-4',
      because: /conversation \S+ (holds?|are) /,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: ({ database }, standard) => ({
        ...standard,
        rename: async (id, title) => {
          await database`delete from messages where thread_id = ${id}`
          await standard.rename(id, title)
        },
      }),
    },
  }),
}
