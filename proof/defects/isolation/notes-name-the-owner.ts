import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever is named user_id in the metadata of a new conversation owns it',
  reference: 'Platform contract, 3: POST /api/threads: an owner or tenant in the body is ignored',
  reddens: [{ check: 'ISO-4.owner-fields-ignored', because: /a conversation by its notes/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      threads: (_kit, standard) => ({
        ...standard,
        create: (userId, title, metadata) => {
          const { user_id: named } = metadata as Readonly<Record<string, unknown>>
          return standard.create(typeof named === 'string' ? named : userId, title, metadata)
        },
      }),
    },
  }),
}
