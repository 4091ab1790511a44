import { altering } from '#damage/accounts'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The last letter of a password does not count',
  reference: 'OWASP ASVS 5.0, 6.2.8; CWE-187',
  reddens: [{ check: 'AUTH-1.one-of-many-gets-in', because: /409, and its password opens \(/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      passwords: (_kit, standard) => altering(standard, (password) => password.slice(0, -1)),
    },
  }),
}
