import { decodeJwt } from 'jose'
import type { TokenClaims } from '@netra/local-stack/auth-service/tokens'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Passes whose time is over are good everywhere',
  reference: 'Seed laboratory; RFC 7519, 4.1.4',
  reddens: [
    { check: 'AUTH-3.expired-opens-nothing', because: /is open/ },
    { check: 'AUTH-3.expired-opens-no-line', because: /is open/ },
    { check: 'AUTH-5.expired-refused', because: /is open/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      tokenVerifier: (_kit, standard) => async (token, kind) => {
        try {
          return await standard(token, kind)
        } catch (error) {
          const isExpired = error instanceof Error && error.message === 'Token has expired'
          if (!isExpired || kind !== 'access') throw error
          return { ...decodeJwt<TokenClaims>(token), exp: Math.floor(Date.now() / 1000) + 900 }
        }
      },
    },
  }),
}
