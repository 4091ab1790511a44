import type { Defect } from '#proof/defect'
import { endAllSessions } from '#damage/accounts'

export const defect: Defect = {
  wrong: 'A replay on one device ends the sessions of all',
  reference: 'RFC 9700, 4.14.2: the family, not the person',
  reddens: [{ check: 'AUTH-3.replay-ends-no-other', because: /is refused/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => ({
        ...standard,
        redeem: async (claims) => {
          const redemption = await standard.redeem(claims)
          if (redemption.outcome === 'replayed') await endAllSessions(kit.database, claims.sub)
          return redemption
        },
      }),
    },
  }),
}
