import { createAccounts } from '@netra/local-stack/auth-service/accounts'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Guesses at one address in several spellings are counted apart',
  reference: 'CWE-307; CWE-178',
  reddens: [{ check: 'AUTH-5.guessing-is-slowed', because: /(1[1-9]|2\d|30) times 401/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      // By this the throttle counts; accounts are found as ever.
      addressKey: () => (email) => email,
      accounts: (kit) => createAccounts(kit.database, (email) => email.toLowerCase()),
    },
  }),
}
