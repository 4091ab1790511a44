import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong:
    'A conversation begun without metadata carries those of the last one that was begun with some, whosever it was',
  reference:
    'Platform contract, 3: metadata are told as they were given; CWE-488, a default that everybody shares',
  reddens: [{ check: 'ALWAYS.nothing-foreign-shows', inside: 'CHAT-2', because: /noor/ }],
  verdict: 'isolation-violated',
  sparesNothing: 'each of them begins a conversation without notes',
  plant: () => {
    let shared: object = {}
    return {
      backend: {
        threads: (_kit, standard) => ({
          ...standard,
          create: (userId, title, metadata) => {
            if (Object.keys(metadata).length > 0) shared = metadata
            return standard.create(userId, title, shared)
          },
        }),
      },
    }
  },
}
