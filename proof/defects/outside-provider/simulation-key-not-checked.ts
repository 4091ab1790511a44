import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The side door for testers opens to everybody',
  reference: 'CWE-306; CWE-489',
  reddens: [{ check: 'AUTH-2.side-door-needs-its-key', because: /200/ }],
  spares: ['AUTH-4'],
  plant: () => ({ auth: { simulationKeyCheck: () => () => true } }),
}
