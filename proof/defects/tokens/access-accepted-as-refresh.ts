import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'An access token renews a session',
  reference: 'RFC 8725, 3.11; RFC 9700, 4.14',
  reddens: [{ check: 'AUTH-3.access-does-not-renew', because: /200/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      signIns: (_kit, standard) => ({
        ...standard,
        renew: async (token) => {
          const recognised = await standard.recognise(token).catch(() => undefined)
          return recognised ? standard.open(recognised.account) : standard.renew(token)
        },
      }),
    },
  }),
}
