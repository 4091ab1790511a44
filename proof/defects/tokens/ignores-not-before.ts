import type { Defect } from '#proof/defect'
import { readUnverified } from '#damage/unverified'
import { createTokenVerifier } from '@netra/local-stack/auth-service/tokens'

export const defect: Defect = {
  wrong: 'A token opens doors before its time has come',
  reference: 'RFC 7519, 4.1.5',
  reddens: [{ check: 'AUTH-5.not-yet-valid-refused', because: /is open/ }],
  spares: ['AUTH-4'],
  plant: ({ 'auth-service': { signingSecret } }) => ({
    auth: {
      tokenVerifier: (kit, standard) => (token, kind) => {
        const nbf = readUnverified(token)?.payload.nbf
        if (nbf === undefined) return standard(token, kind)
        const inTime = { now: () => new Date(nbf * 1000) }
        const rules = { ...kit.tokenRules, clockTolerance: '2 hours' }
        return createTokenVerifier(signingSecret, rules, inTime)(token, kind)
      },
    },
  }),
}
