import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The side door opens the account of whoever signs in at the provider',
  reference: 'Platform contract, 2: POST /auth/e2e/test-auth: 409 for an address that has another account',
  reddens: [
    {
      check: 'AUTH-2.side-door-opens-no-other-account',
      because: /an address from the outside provider: 200/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      membership: (kit, standard) => ({
        ...standard,
        ofSimulation: async (email, name, permissions) => {
          const known = await kit.accounts.byEmail(email)
          return known?.authProvider === 'google' ? known : standard.ofSimulation(email, name, permissions)
        },
      }),
    },
  }),
}
