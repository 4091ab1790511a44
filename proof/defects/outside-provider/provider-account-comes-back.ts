import type { Defect } from '#proof/defect'
import { accountById, endAllSessions } from '#damage/accounts'

export const defect: Defect = {
  wrong: 'Who closes an account of the provider finds it again at the next sign-in',
  reference: 'Platform contract, 2: DELETE /auth/me; GDPR, article 17',
  reddens: [{ check: 'AUTH-2.provider-session-renews-and-ends', because: /that was closed is there again/ }],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      accounts: (kit, standard) => ({
        ...standard,
        remove: async (id) => {
          if ((await accountById(kit.database, id))?.authProvider === 'google')
            await endAllSessions(kit.database, id)
          else await standard.remove(id)
        },
      }),
    },
  }),
}
