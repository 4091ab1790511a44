import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Signing out of a session that came from the provider ends nothing',
  reference: 'CWE-613',
  reddens: [{ check: 'AUTH-2.provider-session-renews-and-ends', because: /the pass after that: 200/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      signIns: (_kit, standard) => ({
        ...standard,
        end: async (token) => {
          const { account } = await standard.recognise(token)
          if (account.authProvider !== 'google') await standard.end(token)
        },
      }),
    },
  }),
}
