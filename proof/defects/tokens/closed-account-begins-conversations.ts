import type { Defect } from '#proof/defect'
import { lookingOtherwise } from '#damage/some-routes'
import { memberBySignature } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'The token of a closed account begins conversations',
  reference: 'OWASP ASVS 5.0, 7.4.2; CWE-613',
  reddens: [
    { check: 'AUTH-5.closed-account-refused', because: /POST \/api\/threads is open/ },
    { check: 'ISO-4.gone-for-good', because: /POST \/api\/threads is open/ },
  ],
  spares: ['CHAT-2'],
  plant: ({ 'auth-service': { signingSecret } }) => ({
    backend: lookingOtherwise(
      (path, hasBody) => path === '/api/threads' && hasBody,
      async (token, standard) => (await standard(token)) ?? memberBySignature(token, signingSecret),
    ),
  }),
}
