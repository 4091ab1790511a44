import type { Defect } from '#proof/defect'
import { believing } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'A token of algorithm "none" is taken at its word',
  reference: 'RFC 8725, 3.1 and 3.2; CWE-347',
  reddens: [{ check: 'AUTH-5.unsigned-refused', because: /is open/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      tokenVerifier: (_kit, standard) =>
        believing(standard, ({ header }) => String(header.alg).toLowerCase() === 'none'),
    },
  }),
}
