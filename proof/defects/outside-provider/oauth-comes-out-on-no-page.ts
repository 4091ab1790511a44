import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Sign-ins come out on a page of the frontend that is not there',
  reference: 'Platform contract, 2: <frontend>/auth/callback',
  reddens: [{ check: 'AUTH-2.sign-in-comes-out-at-home', because: /came out at/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      handover: (_kit, standard) => ({
        ...standard,
        withTokens: (tokens, returnTo) =>
          standard.withTokens(tokens, returnTo).replace('/callback', '/welcome'),
      }),
    },
  }),
}
