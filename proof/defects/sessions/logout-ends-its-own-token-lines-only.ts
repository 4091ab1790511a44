import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Signing out ends the lines of the token that it was shown, and those opened before a renewal stay',
  reference: 'OWASP ASVS 5.0, 7.4.1; OpenID Connect Back-Channel Logout 1.0',
  reddens: [{ check: 'AUTH-4.signed-out-line-ends', because: /gave up/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (_kit, standard) => ({
        ...standard,
        endByToken: async (claims) => {
          await standard.endByToken(claims)
          return [claims.jti]
        },
      }),
    },
  }),
}
