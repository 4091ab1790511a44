import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A replay ends the lines that live by the newest token, and those opened before it stay',
  reference: 'RFC 9700, 4.14.2: everything that grew from it',
  reddens: [{ check: 'AUTH-3.replay-ends-its-lines', because: /gave up/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (_kit, standard) => ({
        ...standard,
        end: async (sessionId) => (await standard.end(sessionId)).slice(-1),
      }),
    },
  }),
}
