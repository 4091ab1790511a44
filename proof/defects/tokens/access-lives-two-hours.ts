import type { Defect } from '#proof/defect'
import { createTokenIssuer } from '@netra/local-stack/auth-service/tokens'

export const defect: Defect = {
  wrong: 'Access tokens live for two hours',
  reference: 'OWASP ASVS 5.0, 9.2.1; CWE-613',
  reddens: [{ check: 'AUTH-3.life-is-limited', because: /the pass lives/ }],
  spares: ['AUTH-2'],
  plant: ({ 'auth-service': { signingSecret, lifetimes } }) => ({
    auth: {
      tokenIssuer: (kit) =>
        createTokenIssuer(signingSecret, { ...lifetimes, accessSeconds: 7_200 }, kit.clock),
    },
  }),
}
