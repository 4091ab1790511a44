import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever knows the address of a conversation can read it',
  reference: 'OWASP API 2023, API1; CWE-639',
  reddens: [
    { check: 'ISO-1.pass-opens-no-other', because: /conversation of User \d.s, by User \d: it answered 200/ },
    { check: 'ISO-4.foreign-answered-as-unknown', because: /\(GET \/api\/threads\/\{id\}\): \[200/ },
  ],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      ownershipRule: (_kit, standard) => (userId, ownerId, intent) =>
        intent === 'read-thread' || standard(userId, ownerId, intent),
    },
  }),
}
