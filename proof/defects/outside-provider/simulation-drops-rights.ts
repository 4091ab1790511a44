import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who comes by the side door has no rights',
  reference: 'CWE-280',
  reddens: [
    {
      check: 'AUTH-2.simulated-person-is-at-work',
      because: /nothing by the pass, nothing by the auth service/,
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      membership: (_kit, standard) => ({
        ...standard,
        ofSimulation: (email, name) => standard.ofSimulation(email, name, []),
      }),
    },
  }),
}
