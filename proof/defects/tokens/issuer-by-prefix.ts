import type { Defect } from '#proof/defect'
import { ISSUER, createTokenVerifier } from '@netra/local-stack/auth-service/tokens'
import { readUnverified } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'The issuer of a token is looked at by how it begins',
  reference: 'RFC 8725, 3.8; CWE-1023',
  reddens: [{ check: 'AUTH-5.wrong-issuer-refused', because: /is open/ }],
  spares: ['AUTH-4'],
  plant: ({ 'auth-service': { signingSecret } }) => ({
    auth: {
      tokenVerifier: (kit, standard) => (token, kind) => {
        const issuer = readUnverified(token)?.payload.iss
        if (typeof issuer !== 'string' || !issuer.startsWith(ISSUER)) return standard(token, kind)
        return createTokenVerifier(signingSecret, { ...kit.tokenRules, issuer }, kit.clock)(token, kind)
      },
    },
  }),
}
