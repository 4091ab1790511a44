import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Only guesses at accounts that exist are slowed',
  reference: 'CWE-204; CWE-307',
  reddens: [
    { check: 'AUTH-5.guessing-is-slowed-alike', because: /an address without an account 14 times 401/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      loginThrottle: (kit, standard) => ({
        ...standard,
        admit: async (key) => {
          if (await kit.accounts.byEmail(key)) await standard.admit(key)
        },
      }),
    },
  }),
}
