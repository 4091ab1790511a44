import type { Defect } from '#proof/defect'
import { Refusal } from '@netra/local-stack/service-kit/refusal'

export const defect: Defect = {
  wrong: 'The refusal says whether an address has an account',
  reference: 'OWASP ASVS 5.0, 6.3.8; CWE-204',
  reddens: [{ check: 'AUTH-5.refusals-tell-nothing', because: / or / }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      passwords: (_kit, standard) => ({
        ...standard,
        verify: (password, stored) => {
          if (stored !== undefined) return standard.verify(password, stored)
          throw new Refusal(401, 'UNKNOWN_USER', 'No account has this address')
        },
      }),
    },
  }),
}
