import type { Defect } from '#proof/defect'
import { believing } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'A token without a signature is not verified at all',
  reference: 'OWASP ASVS 5.0, 9.1.1; CWE-347',
  reddens: [{ check: 'AUTH-5.stripped-signature-refused', because: /is open/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: { tokenVerifier: (_kit, standard) => believing(standard, ({ signature }) => signature === '') },
  }),
}
