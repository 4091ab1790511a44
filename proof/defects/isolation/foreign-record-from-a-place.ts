import { knowingCalls } from '#damage/requests'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever asks for what happened after a certain place is told of any work',
  reference: 'OWASP API 2023, API1; CWE-639',
  reddens: [
    {
      check: 'ISO-4.foreign-answered-as-unknown',
      because: /\(GET \/api\/runs\/\{id\}\/events\?.*after=.*\): \[200/,
    },
  ],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => {
    const { parts, current } = knowingCalls()
    return {
      backend: {
        ...parts,
        ownershipRule: (_kit, standard) => (userId, ownerId, intent) =>
          (intent === 'read-events' && current()?.query.has('after')) || standard(userId, ownerId, intent),
      },
    }
  },
}
