import type { Defect } from '#proof/defect'
import type { SignInAttempt } from '@netra/local-stack/auth-service/sign-in-attempts'

export const defect: Defect = {
  wrong: 'The answer of the provider is taken more than once',
  reference: 'RFC 9700, 4.7.1; RFC 6749, 10.12',
  reddens: [{ check: 'AUTH-2.used-answer-refused', because: /401/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      signInAttempts: (_kit, standard) => {
        const completed = new Map<string, SignInAttempt>()
        return {
          ...standard,
          complete: async (state, browser) => {
            const attempt = (await standard.complete(state, browser)) ?? completed.get(state)
            if (attempt) completed.set(state, attempt)
            return attempt
          },
        }
      },
    },
  }),
}
