import type { Defect } from '#proof/defect'
import { lookingOtherwise } from '#damage/some-routes'

const NOBODY = { userId: 'anonymous', email: '', tokenId: '', expiresAt: new Date(8.64e15) }

export const defect: Defect = {
  wrong: 'Who shows no token at all is let in to the list, as somebody who has nothing',
  reference: 'OWASP ASVS 5.0, 8.3.1; CWE-306',
  reddens: [{ check: 'AUTH-5.no-pass-refused', because: /GET \/api\/threads is open/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: lookingOtherwise(
      (path, hasBody) => path === '/api/threads' && !hasBody,
      async (token, standard) => (token === '' ? NOBODY : standard(token)),
    ),
  }),
}
