import type { Defect } from '#proof/defect'
import { lookingOtherwise } from '#damage/some-routes'
import { expiredMember } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'An expired token stops work that is under way',
  reference: 'RFC 7519, 4.1.4; CWE-613',
  reddens: [
    { check: 'AUTH-5.expired-refused', because: /POST \/api\/runs\/\{id\}\/cancel is open/ },
    { check: 'AUTH-3.expired-opens-nothing', because: /POST \/api\/runs\/\{id\}\/cancel is in disorder/ },
  ],
  spares: ['CHAT-2'],
  plant: ({ 'auth-service': { signingSecret } }) => ({
    backend: lookingOtherwise(
      (path) => path.endsWith('/cancel'),
      async (token, standard) => (await standard(token)) ?? expiredMember(token, signingSecret),
    ),
  }),
}
