import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A password must have thirteen letters',
  reference: 'Platform contract, 2: under 12 characters',
  reddens: [{ check: 'AUTH-1.password-counts-whole', because: /12 letters, registering with it: 422/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      passwordRule: (_kit, standard) => (password, email) =>
        password.length < 13 ? 'password is too short' : standard(password, email),
    },
  }),
}
