import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What was spent renews again after a second',
  reference: 'RFC 9700, 4.14.2',
  reddens: [{ check: 'AUTH-3.spent-long-ago-refused', because: /what she had before she renewed: 200/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => ({
        ...standard,
        redeem: async (claims) => {
          await kit.database`update tokens set spent_at = null where jti = ${claims.jti} and spent_at < now() - interval '1 second'`
          return standard.redeem(claims)
        },
      }),
    },
  }),
}
