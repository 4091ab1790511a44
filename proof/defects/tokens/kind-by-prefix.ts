import type { Defect } from '#proof/defect'
import { jwtVerify } from 'jose'
import { InvalidToken } from '@netra/local-stack/auth-service/tokens'

export const defect: Defect = {
  wrong: 'The kind of a token is looked at by how it begins',
  reference: 'RFC 8725, 3.12; CWE-1023',
  reddens: [{ check: 'AUTH-5.wrong-kind-refused', because: /the auth service is open/ }],
  spares: ['AUTH-4'],
  plant: (configs) => ({
    auth: {
      tokenVerifier: (kit) => async (token, kind) => {
        const read = await jwtVerify(token, new TextEncoder().encode(configs['auth-service'].signingSecret), {
          ...kit.tokenRules,
          currentDate: new Date(),
        }).catch(() => undefined)
        if (!String(read?.payload['token_type']).startsWith(kind))
          throw new InvalidToken('Token is not valid')
        return read?.payload as never
      },
    },
  }),
}
