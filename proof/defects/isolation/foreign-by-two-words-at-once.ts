import { knowingCalls } from '#damage/requests'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A conversation is shown to anybody who looks for a word in it, page by page',
  reference: 'OWASP API 2023, API1; CWE-639; a way of its own for each pair of queries',
  reddens: [
    {
      check: 'ISO-4.foreign-answered-as-unknown',
      because: /\(GET \/api\/threads\/\{id\}.*\?limit=1&q=.*\): \[200/,
    },
  ],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => {
    const { parts, current } = knowingCalls()
    return {
      backend: {
        ...parts,
        ownershipRule: (_kit, standard) => (userId, ownerId, intent) => {
          const query = current()?.query
          const isPaged = query?.has('q') && query.has('limit')
          return (intent === 'read-thread' && isPaged) || standard(userId, ownerId, intent)
        },
      },
    }
  },
}
