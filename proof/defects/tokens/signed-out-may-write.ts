import type { Defect } from '#proof/defect'
import { lookingOtherwise } from '#damage/some-routes'
import { memberBySignature } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'A device that has signed out can still write: only reading asks whether its session has ended',
  reference: 'OWASP ASVS 5.0, 7.4.1; CWE-613',
  reddens: [{ check: 'AUTH-4.signed-out-opens-nothing', because: /POST \/api\/threads is open/ }],
  spares: ['CHAT-2'],
  plant: ({ 'auth-service': { signingSecret } }) => ({
    backend: lookingOtherwise(
      (_path, hasBody) => hasBody,
      async (token, standard) => (await standard(token)) ?? memberBySignature(token, signingSecret),
    ),
  }),
}
