import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "To stop another's work is refused, and done all the same",
  reference: 'OWASP API 2023, API1; CWE-639; check after use',
  reddens: [
    { check: 'LIVE-5.anothers-work-goes-on', because: /^Bram's work is cancelled.* was answered 404$/ },
  ],
  verdict: 'isolation-violated',
  spares: ['CHAT-3'],
  plant: () => ({
    backend: {
      ownership: (kit, standard) => ({
        ...standard,
        run: async (userId, runId, intent) => {
          if (intent === 'cancel-run') await kit.runEngine.cancel(runId)
          return standard.run(userId, runId, intent)
        },
      }),
    },
  }),
}
