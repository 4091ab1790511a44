import { setTimeout as pause } from 'node:timers/promises'
import { accountById } from '#damage/accounts'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong:
    'For three seconds after an account was closed, whatever is registered at its address is cleared away, too',
  reference: 'Platform contract, 2: register 200; only an end by its owner ends an account',
  reddens: [
    {
      check: 'ALWAYS.sessions-open-until-they-end',
      inside: 'AUTH-2',
      because: /was ended by nothing, and .*refuses it/,
    },
  ],
  sparesNothing: 'accounts are closed in all scenarios',
  plant: () => ({
    auth: {
      accounts: ({ database }, standard) => {
        const purge = async (email: string): Promise<void> => {
          for (let round = 0; round < 15; round += 1) {
            await pause(200, undefined, { ref: false })
            const found = await standard.byEmail(email)
            if (found) await standard.remove(found.id)
          }
        }
        return {
          ...standard,
          remove: async (id) => {
            const account = await accountById(database, id)
            await standard.remove(id)
            // The platform may have been stopped meanwhile.
            if (account) void purge(account.email).catch(() => undefined)
          },
        }
      },
    },
  }),
}
