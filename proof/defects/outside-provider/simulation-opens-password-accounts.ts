import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The side door for testers opens the account of whoever has the address',
  reference: 'CWE-287',
  reddens: [{ check: 'AUTH-2.side-door-opens-no-other-account', because: /Bram's address: 200/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      membership: (kit, standard) => ({
        ...standard,
        ofSimulation: async (email, name, permissions) =>
          (await kit.accounts.byEmail(email)) ?? standard.ofSimulation(email, name, permissions),
      }),
    },
  }),
}
