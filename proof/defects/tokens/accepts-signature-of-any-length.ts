import type { Defect } from '#proof/defect'
import { createHmac } from 'node:crypto'

function sign(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url')
}

export const defect: Defect = {
  wrong: 'Only as much of a signature is compared as is there',
  reference: 'CWE-697; CVE-2022-21449 in spirit',
  reddens: [{ check: 'AUTH-5.stripped-signature-refused', because: /is open/ }],
  spares: ['AUTH-4'],
  plant: ({ 'auth-service': { signingSecret } }) => ({
    auth: {
      tokenVerifier: (_kit, standard) => (token, kind) => {
        const [header = '', payload = '', signature = ''] = token.split('.')
        const right = sign(`${header}.${payload}`, signingSecret)
        const isStart = signature.length > 20 && right.startsWith(signature)
        return standard(isStart ? `${header}.${payload}.${right}` : token, kind)
      },
    },
  }),
}
