import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A means of renewal that was spent two renewals ago is refused, and nothing else comes of it',
  reference:
    'Platform contract, 2: a spent one that comes back ends everything that grew from it; RFC 9700 §4.14.2',
  reddens: [{ check: 'AUTH-3.replay-ends-the-session', because: /the newest means of renewal: 200/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => ({
        ...standard,
        redeem: async (claims) => {
          const redemption = await standard.redeem(claims)
          if (redemption.outcome !== 'replayed') return redemption
          const spent = await kit.database`
            select from tokens where session_id = ${redemption.sessionId} and spent_at is not null`
          return spent.length > 1 ? { outcome: 'refused' } : redemption
        },
      }),
    },
  }),
}
