import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who renames a conversation stops the work that goes on in it',
  reference: 'Platform contract, 3: PUT /api/threads/{id} 200 the thread, and nothing besides',
  reddens: [{ check: 'ISO-4.deleted-is-gone', because: /work in another conversation: "?failed/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (kit, standard) => ({
        ...standard,
        rename: async (id, title) => {
          await kit.runEngine.stopThread(id)
          await standard.rename(id, title)
        },
      }),
    },
  }),
}
