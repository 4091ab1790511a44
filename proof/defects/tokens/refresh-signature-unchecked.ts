import type { Defect } from '#proof/defect'
import { believing } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'A refresh token is read, and its signature is not looked at',
  reference: 'OWASP ASVS 5.0, 9.1.1; CWE-347',
  reddens: [{ check: 'AUTH-3.forged-renewals-refused', because: /signed by nobody: 200/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      tokenVerifier: (_kit, standard) =>
        believing(standard, ({ payload }) => payload['token_type'] === 'refresh'),
    },
  }),
}
