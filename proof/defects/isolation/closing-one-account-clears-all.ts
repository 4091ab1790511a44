import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Closing one account removes the conversations of everybody',
  reference: 'CWE-639; a missing where',
  reddens: [
    {
      check: 'ALWAYS.bystander-unchanged',
      because: /GET \/api\/threads\/\{id\}\/messages: .*THREAD_NOT_FOUND/,
      inside: 'AUTH-5',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      threads: (kit, standard) => ({
        ...standard,
        removeAllOf: async () => void (await kit.database`delete from threads`),
      }),
    },
  }),
}
