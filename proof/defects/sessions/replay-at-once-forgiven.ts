import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A means of renewal that comes back within a second is refused, and nothing else comes of it',
  reference: 'RFC 9700, 4.14.2: reuse is a sign of theft',
  reddens: [{ check: 'AUTH-3.used-at-once-ends-the-session', because: /200|is open/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (_kit, standard) => {
        const spentAt = new Map<string, number>()
        return {
          ...standard,
          redeem: async (claims) => {
            const redemption = await standard.redeem(claims)
            if (redemption.outcome === 'renewed') spentAt.set(claims.jti, Date.now())
            const isRecent = Date.now() - (spentAt.get(claims.jti) ?? 0) < 1_000
            return redemption.outcome === 'replayed' && isRecent ? { outcome: 'refused' } : redemption
          },
        }
      },
    },
  }),
}
