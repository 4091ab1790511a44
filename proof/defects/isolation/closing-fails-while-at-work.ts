import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong:
    'Whoever closes her account while something is being worked on for her is told 500; the account is gone, the work goes on',
  reference:
    'Platform contract, 2: DELETE /auth/me: 204: account, sessions, threads and runs are gone everywhere within 2 s',
  reddens: [
    { check: 'ISO-4.gone-for-good', because: /DELETE \/auth\/me: expected 204, but it answered 500/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      runEngine: (kit, standard) => ({
        ...standard,
        stopAllOf: async (userId) => {
          if ((await kit.runs.countRunning(userId)) > 0) throw new Error('this person is at work')
          await standard.stopAllOf(userId)
        },
      }),
    },
  }),
}
