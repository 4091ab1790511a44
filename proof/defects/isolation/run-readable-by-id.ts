import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever knows the address of a run can look at it',
  reference: 'OWASP API 2023, API1; CWE-639',
  reddens: [{ check: 'ISO-4.foreign-answered-as-unknown', because: /\(GET \/api\/runs\/\{id\}\): \[200/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      ownershipRule: (_kit, standard) => (userId, ownerId, intent) =>
        intent === 'read-run' || standard(userId, ownerId, intent),
    },
  }),
}
