import type { Defect } from '#proof/defect'
import type { SignInAttempt } from '@netra/local-stack/auth-service/sign-in-attempts'

export const defect: Defect = {
  wrong: 'The way back from the provider is taken without asking whose it is',
  reference: 'RFC 9700, 4.7; RFC 6749, 10.12; CWE-352',
  reddens: [
    { check: 'AUTH-2.unknown-state-refused', because: /with a session/ },
    { check: 'AUTH-2.foreign-browser-refused', because: /with a session/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      signInAttempts: (_kit, standard) => {
        let latest: SignInAttempt | undefined
        return {
          begin: (attempt, browser) => standard.begin((latest = attempt), browser),
          complete: async (state, browser) => (await standard.complete(state, browser)) ?? latest,
        }
      },
      outsideProvider: (_kit, standard) => ({
        ...standard,
        redeem: (callback, trip) => {
          callback.searchParams.set('state', trip.state)
          return standard.redeem(callback, trip)
        },
      }),
    },
  }),
}
