import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Any password signs in',
  reference: 'Seed laboratory; CWE-287',
  reddens: [
    { check: 'AUTH-5.wrong-password-refused', because: /200/ },
    { check: 'AUTH-1.first-account-untouched', because: /the other one: 200/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      passwords: (_kit, standard) => ({
        ...standard,
        verify: async (password, stored) => (await standard.verify(password, stored)) || stored !== undefined,
      }),
    },
  }),
}
