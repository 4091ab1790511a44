import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A session can be renewed three times, and then no more',
  reference: 'Platform contract, 2: POST /auth/refresh; refresh tokens 14 days at most',
  reddens: [{ check: 'AUTH-3.replay-ends-the-session', because: /401/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (_kit, standard) => {
        const renewed = new Map<string, number>()
        return {
          ...standard,
          redeem: async (claims) => {
            const redemption = await standard.redeem(claims)
            if (redemption.outcome !== 'renewed') return redemption
            const times = (renewed.get(redemption.sessionId) ?? 0) + 1
            renewed.set(redemption.sessionId, times)
            return times > 3 ? { outcome: 'refused' } : redemption
          },
        }
      },
    },
  }),
}
