import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who guesses at an account of the provider is told that it is one',
  reference: 'OWASP ASVS 5.0, 6.3.8; CWE-204',
  reddens: [{ check: 'AUTH-5.guessing-is-slowed-alike', because: /provider .*Sign in with Google/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      loginThrottle: (kit, standard) => ({
        ...standard,
        failed: async (key) => {
          await standard.failed(key)
          const account = await kit.accounts.byEmail(key)
          if (account?.authProvider === 'google')
            throw new Refusal(401, 'INVALID_CREDENTIALS', 'Sign in with Google')
        },
      }),
    },
  }),
}
