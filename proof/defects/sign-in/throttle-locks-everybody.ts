import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Once guessing at one account is slowed, everybody is shut out',
  reference: 'OWASP ASVS 5.0, 6.1.1; CWE-645',
  reddens: [
    { check: 'ALWAYS.every-step-can-be-taken', because: /cannot be signed in: .* 429/, inside: 'AUTH-5' },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      loginThrottle: (_kit, standard) => {
        let refusal: unknown
        return {
          ...standard,
          admit: async (key) => {
            await standard.admit(key).catch((error: unknown) => (refusal ??= error))
            if (refusal instanceof Refusal) throw refusal
          },
        }
      },
    },
  }),
}
