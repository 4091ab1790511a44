import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'No password may have more than 64 letters',
  reference: 'OWASP ASVS 5.0, 6.2.9',
  reddens: [{ check: 'AUTH-1.password-counts-whole', because: /128 letters, registering with it: 422/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      passwordRule: (_kit, standard) => (password, email) =>
        password.length > 64 ? 'password is too long' : standard(password, email),
    },
  }),
}
