import type { Defect } from '#proof/defect'
import { AUDIENCE, createTokenVerifier } from '@netra/local-stack/auth-service/tokens'
import { readUnverified } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'The audience of a token is looked at by how it begins',
  reference: 'RFC 8725, 3.9; CWE-1023',
  reddens: [{ check: 'AUTH-5.wrong-audience-refused', because: /is open/ }],
  spares: ['AUTH-4'],
  plant: ({ 'auth-service': { signingSecret } }) => ({
    auth: {
      tokenVerifier: (kit, standard) => (token, kind) => {
        const audience = readUnverified(token)?.payload.aud
        if (typeof audience !== 'string' || !audience.startsWith(AUDIENCE)) return standard(token, kind)
        return createTokenVerifier(signingSecret, { ...kit.tokenRules, audience }, kit.clock)(token, kind)
      },
    },
  }),
}
