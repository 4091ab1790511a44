import { liveToken } from '@netra/local-stack/backend/live/token-source'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Pages of anybody may open a line in the way that pages have',
  reference: 'OWASP ASVS 5.0, 4.4.2; CWE-1385',
  reddens: [{ check: 'LIVE-4.foreign-page-turned-away', because: /\(subprotocol\) is open/ }],
  spares: ['CHAT-2'],
  // A program that names a foreign page is refused all the same.
  plant: () => ({
    backend: {
      originRule: () => () => true,
      liveTokenSource: () => (headers) => {
        const isForeign = headers.origin !== undefined && !headers.origin.startsWith('http://127.0.0.1')
        return headers.authorization !== undefined && isForeign ? undefined : liveToken(headers)
      },
    },
  }),
}
