import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A stolen means of renewal is refused, and what the thief made of it goes on',
  reference: 'RFC 9700, 4.14.2; OWASP ASVS 5.0, 10.4.5',
  reddens: [{ check: 'AUTH-3.replay-ends-the-session', because: /200|is open/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (_kit, standard) => ({
        ...standard,
        redeem: async (claims) => {
          const redemption = await standard.redeem(claims)
          return redemption.outcome === 'replayed' ? { outcome: 'refused' } : redemption
        },
      }),
    },
  }),
}
