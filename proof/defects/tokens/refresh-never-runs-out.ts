import type { Defect } from '#proof/defect'
import { createTokenVerifier } from '@netra/local-stack/auth-service/tokens'
import { whenItWasGood } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'A refresh token renews when its time is over',
  reference: 'RFC 9700, 4.14.2; CWE-613',
  reddens: [{ check: 'AUTH-3.forged-renewals-refused', because: /whose time is over: 200/ }],
  spares: ['CHAT-2'],
  plant: ({ 'auth-service': { signingSecret } }) => ({
    auth: {
      tokenVerifier: (kit, standard) => async (token, kind) => {
        if (kind === 'access') return standard(token, kind)
        const then = { now: () => whenItWasGood(token) }
        return createTokenVerifier(signingSecret, kit.tokenRules, then)(token, kind)
      },
    },
  }),
}
