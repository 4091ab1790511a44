import type { Defect } from '#proof/defect'
import { importJWK, jwtVerify } from 'jose'
import { readUnverified } from '#damage/unverified'
import type { TokenClaims } from '@netra/local-stack/auth-service/tokens'

export const defect: Defect = {
  wrong: 'A token that brings its own key is verified with it',
  reference: 'RFC 8725, 3.10; CVE-2018-0114',
  reddens: [{ check: 'AUTH-5.own-key-refused', because: /is open/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      tokenVerifier: (_kit, standard) => async (token, kind) => {
        const jwk = readUnverified(token)?.header.jwk
        if (jwk?.kty !== 'oct') return standard(token, kind)
        return (await jwtVerify<TokenClaims>(token, await importJWK(jwk))).payload
      },
    },
  }),
}
