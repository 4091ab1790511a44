import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The sign-in at the provider begins without a proof key',
  reference: 'RFC 7636; RFC 9700, 2.1.1',
  reddens: [{ check: 'AUTH-2.request-is-bound', because: /code_challenge/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      outsideProvider: (_kit, standard) => ({
        ...standard,
        authorizationUrl: async (trip) => {
          const url = await standard.authorizationUrl(trip)
          url.searchParams.delete('code_challenge')
          url.searchParams.delete('code_challenge_method')
          return url
        },
        redeem: (callback, trip) => standard.redeem(callback, { ...trip, codeVerifier: undefined as never }),
      }),
    },
  }),
}
