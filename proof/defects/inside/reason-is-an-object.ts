import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Why a run has failed is said to be [object Object]',
  reference:
    'Platform contract, 3: error is null for what is running or completed, and says why for what failed',
  reddens: [{ check: 'ALWAYS.no-inside-shows', inside: 'CHAT-4', because: /\[object Object\]/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      runs: (_kit, standard) => ({
        ...standard,
        finish: (id, status, error, transaction) =>
          standard.finish(id, status, status === 'failed' ? '[object Object]' : error, transaction),
      }),
    },
  }),
}
