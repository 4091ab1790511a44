import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever knows the address of work that is going on can stop it; when it is over, it is not found',
  reference: 'OWASP API 2023, API1; CWE-639',
  reddens: [
    {
      check: 'LIVE-5.anothers-work-goes-on',
      because: /^Bram's work is cancelled.* to stop it by a call was answered 202;/,
    },
  ],
  verdict: 'isolation-violated',
  spares: ['CHAT-3'],
  plant: () => ({
    backend: {
      ownership: (kit, standard) => ({
        ...standard,
        run: async (userId, runId, intent) => {
          const run = intent === 'cancel-run' ? await kit.runs.byId(runId) : undefined
          return run?.status === 'running' ? run : standard.run(userId, runId, intent)
        },
      }),
    },
  }),
}
