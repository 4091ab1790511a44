import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who renames one conversation renames all that she has',
  reference: 'Platform contract, 3: 200 the thread; an update without its condition',
  reddens: [{ check: 'ISO-4.renamed-everywhere', because: /found by its new name: \{"ids":\[".+","/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (kit, standard) => ({
        ...standard,
        rename: async (id, title) => {
          await standard.rename(id, title)
          await kit.database`update threads set title = ${title} where user_id = (select user_id from threads where id = ${id})`
        },
      }),
    },
  }),
}
