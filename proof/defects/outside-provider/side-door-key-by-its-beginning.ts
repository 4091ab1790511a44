import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Of the key to the side door only as much is compared as is shown',
  reference: 'Platform contract, 2: compared in constant time; CWE-1023',
  reddens: [{ check: 'AUTH-2.side-door-needs-its-key', because: /a wrong key: 200/ }],
  spares: ['AUTH-3'],
  plant: (configs) => ({
    auth: {
      simulationKeyCheck: () => (given) =>
        given !== undefined && given.length > 3 && configs['auth-service'].simulationKey.startsWith(given),
    },
  }),
}
