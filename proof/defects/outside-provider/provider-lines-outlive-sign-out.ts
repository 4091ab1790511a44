import type { Defect } from '#proof/defect'
import { accountById } from '#damage/accounts'

export const defect: Defect = {
  wrong: 'Whoever came by the provider and signs out leaves the live line open',
  reference: 'OWASP ASVS 5.0, 7.4.1',
  reddens: [
    { check: 'AUTH-2.provider-session-renews-and-ends', because: /her line, when she had signed out: / },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      sessionEnds: (kit, standard) => ({
        ...standard,
        sessionEnded: async (id, tokens) => {
          const account = await accountById(kit.database, id)
          if (account?.authProvider !== 'google') await standard.sessionEnded(id, tokens)
        },
      }),
    },
  }),
}
