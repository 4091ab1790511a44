import { setTimeout as pause } from 'node:timers/promises'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Of two registrations at the same moment the later one gives the password',
  reference: 'CWE-362',
  reddens: [{ check: 'AUTH-1.one-of-many-gets-in', because: /200, and its password opens nothing/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      accounts: (kit, standard) => {
        const under = new Set<string>()
        return {
          ...standard,
          add: async (account) => {
            const key = kit.addressKey(account.email)
            const isRace = under.has(key)
            under.add(key)
            // Whoever comes meanwhile has come at the same moment.
            await pause(200)
            const added = await standard.add(account)
            under.delete(key)
            if (!added && isRace)
              await kit.database`update accounts set password_hash = ${account.passwordHash ?? null} where email_key = ${key}`
            return added
          },
        }
      },
    },
  }),
}
