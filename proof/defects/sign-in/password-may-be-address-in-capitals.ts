import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A password may be the address in capitals',
  reference: 'Platform contract, 2: equal to the address',
  reddens: [{ check: 'AUTH-1.weak-password-refused', because: /in capitals: 200/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      passwordRule: (_kit, standard) => (password, email) =>
        password === email.toUpperCase() ? undefined : standard(password, email),
    },
  }),
}
