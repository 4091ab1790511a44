import type { Defect } from '#proof/defect'
import { createTokenVerifier } from '@netra/local-stack/auth-service/tokens'

export const defect: Defect = {
  wrong: 'Next to its own, the platform accepts a secret that everybody guesses',
  reference: 'RFC 8725, 3.5; CWE-798',
  reddens: [{ check: 'AUTH-5.stranger-signed-refused', because: /is open/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      tokenVerifier: (kit, standard) => {
        const guessed = createTokenVerifier('secret', kit.tokenRules, kit.clock)
        return (token, kind) => standard(token, kind).catch(() => guessed(token, kind))
      },
    },
  }),
}
