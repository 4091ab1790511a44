import type { Defect } from '#proof/defect'

const IN_A_YEAR = Math.floor(Date.now() / 1000) + 365 * 24 * 3600

export const defect: Defect = {
  wrong: 'A token that never ends is accepted',
  reference: 'RFC 8725, 3.12; OWASP ASVS 5.0, 9.2.1',
  reddens: [{ check: 'AUTH-5.endless-refused', because: /is open/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      tokenRules: (_kit, rules) => ({ ...rules, requiredClaims: ['sub', 'jti'] }),
      tokenVerifier: (_kit, standard) => async (token, kind) => {
        const claims = await standard(token, kind)
        return { ...claims, exp: Number.isInteger(claims.exp) ? claims.exp : IN_A_YEAR }
      },
    },
  }),
}
