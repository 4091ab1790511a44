import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Signing out on one device takes the means of renewal from all',
  reference: 'RFC 7009, 2.1',
  reddens: [{ check: 'AUTH-4.others-renew', because: /401|refresh/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      sessions: (kit, standard) => ({
        ...standard,
        endByToken: async (claims) => {
          const ended = await standard.endByToken(claims)
          await kit.database`update tokens set kind = 'access' where session_id in (
            select id from sessions where account_id = ${claims.sub})`
          return ended
        },
      }),
    },
  }),
}
