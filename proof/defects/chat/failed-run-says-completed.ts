import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Work that failed is on record as completed',
  reference: 'Former suite, M5: error-frames-counted-as-answers',
  reddens: [{ check: 'CHAT-4.run-says-it-failed', because: /^completed/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      runs: (_kit, standard) => ({
        ...standard,
        finish: (id, status, ...more) =>
          standard.finish(id, status === 'failed' ? 'completed' : status, ...more),
      }),
    },
  }),
}
