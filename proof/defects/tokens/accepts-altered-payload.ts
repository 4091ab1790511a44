import type { Defect } from '#proof/defect'
import { believing } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'The signature is looked at, but not computed',
  reference: 'OWASP ASVS 5.0, 9.1.1; CWE-347',
  reddens: [
    { check: 'AUTH-5.altered-refused', because: /is open/ },
    { check: 'AUTH-5.stranger-signed-refused', because: /is open/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      tokenVerifier: (_kit, standard) =>
        believing(standard, ({ header, signature }) => header.alg === 'HS256' && signature.length === 43),
    },
  }),
}
