import type { Defect } from '#proof/defect'
import { createTokenIssuer } from '@netra/local-stack/auth-service/tokens'

export const defect: Defect = {
  wrong: 'Refresh tokens live for a century',
  reference: 'OWASP ASVS 5.0, 7.3.2; CWE-613',
  reddens: [{ check: 'AUTH-3.life-is-limited', because: /for what renews it/ }],
  spares: ['AUTH-2'],
  plant: ({ 'auth-service': { signingSecret, lifetimes } }) => ({
    auth: {
      tokenIssuer: (kit) =>
        createTokenIssuer(signingSecret, { ...lifetimes, refreshSeconds: 100 * 365 * 86_400 }, kit.clock),
    },
  }),
}
