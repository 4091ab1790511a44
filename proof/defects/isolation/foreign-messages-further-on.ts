import { knowingCalls } from '#damage/requests'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whose the messages are is looked at on their first page only',
  reference: 'OWASP API 2023, API1; CWE-639; a check that is lost when paging',
  reddens: [
    {
      check: 'ISO-4.foreign-answered-as-unknown',
      because: /\(GET \/api\/threads\/\{id\}\/messages\?.*offset=1.*\): \[200/,
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
          (current()?.path.endsWith('/messages') && Number(current()?.query.get('offset')) > 0) ||
          standard(userId, ownerId, intent),
      },
    }
  },
}
