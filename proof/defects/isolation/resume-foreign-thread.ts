import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever knows the address of a conversation is told it again on her own line',
  reference: 'OWASP API 2023, API1; CWE-639',
  reddens: [
    { check: 'ISO-3.foreign-resume-gives-nothing', because: /from the beginning: granted, \d+ words/ },
    { check: 'ISO-4.foreign-answered-as-unknown', because: /\(resume\)/ },
  ],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      ownershipRule: (_kit, standard) => (userId, ownerId, intent) =>
        intent === 'resume-thread' || standard(userId, ownerId, intent),
    },
  }),
}
