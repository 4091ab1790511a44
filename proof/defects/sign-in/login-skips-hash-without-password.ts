import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'An account that has no password is refused at once',
  reference: 'OWASP ASVS 5.0, 6.3.8; CWE-208',
  reddens: [{ check: 'AUTH-5.refusals-take-alike', because: /without a password .* ms/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      loginThrottle: (kit, standard) => ({
        ...standard,
        inTurn: async (key, attempt) => {
          const account = await kit.accounts.byEmail(key)
          if (!account || account.passwordHash) return standard.inTurn(key, attempt)
          await standard.admit(key)
          await standard.failed(key)
          throw new Refusal(401, 'INVALID_CREDENTIALS', 'Invalid credentials')
        },
      }),
    },
  }),
}
