import { altering } from '#damage/accounts'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Passwords are read to their 72nd letter',
  reference: 'OWASP ASVS 5.0, 6.2.8; CWE-187',
  reddens: [{ check: 'AUTH-1.password-counts-whole', because: /128 letters, letter 73 changed: 200/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      passwords: (_kit, standard) => altering(standard, (password) => password.slice(0, 72)),
    },
  }),
}
