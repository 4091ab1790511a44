import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Renewing gives the same means of renewal back',
  reference: 'RFC 9700, 4.14.2',
  reddens: [{ check: 'AUTH-3.renewal-gives-new-passes', because: /the means of renewal/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      signIns: (kit, standard) => ({
        ...standard,
        renew: async (token) => {
          const pair = await standard.renew(token)
          const { jti } = await kit.tokenVerifier(token, 'refresh')
          await kit.database`update tokens set spent_at = null where jti = ${jti}`
          return { ...pair, refresh_token: token }
        },
      }),
    },
  }),
}
