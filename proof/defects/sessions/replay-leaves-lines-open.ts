import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A replay ends the session, and the lines of whoever has stolen it stay open',
  reference: 'RFC 9700, 4.14.2; OWASP ASVS 5.0, 7.4.1',
  reddens: [{ check: 'AUTH-3.replay-ends-its-lines', because: /gave up/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (_kit, standard) => ({
        ...standard,
        end: async (sessionId) => (await standard.end(sessionId)).slice(0, 0),
      }),
    },
  }),
}
