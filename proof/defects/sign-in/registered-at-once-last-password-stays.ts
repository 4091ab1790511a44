import { losersOfARegistration } from '#damage/at-once'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Of two registrations at the same moment the later one gives the password',
  reference: 'CWE-362',
  reddens: [{ check: 'AUTH-1.one-of-many-gets-in', because: /200, and its password opens nothing/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      accounts: losersOfARegistration(async ({ email, passwordHash = null }, { addressKey, database }) => {
        await database`update accounts set password_hash = ${passwordHash} where email_key = ${addressKey(email)}`
        return undefined
      }),
    },
  }),
}
