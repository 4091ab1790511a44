import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Guesses at an account of the provider are not counted',
  reference: 'CWE-204; CWE-307',
  reddens: [
    { check: 'AUTH-5.guessing-is-slowed-alike', because: /an account of the outside provider 14 times 401/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      loginThrottle: (kit, standard) => ({
        ...standard,
        failed: async (key) => {
          if ((await kit.accounts.byEmail(key))?.authProvider !== 'google') await standard.failed(key)
        },
      }),
    },
  }),
}
