import type { Defect } from '#proof/defect'
import { lookingOtherwise } from '#damage/some-routes'
import { memberByItsWord, readUnverified } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'One of the routes reads the token and does not verify it',
  reference: 'OWASP ASVS 5.0, 8.3.1 and 9.1.1; CWE-347',
  reddens: [
    { check: 'AUTH-5.unsigned-refused', because: /GET \/api\/runs\/\{id\}\/events is open/ },
    { check: 'AUTH-5.altered-refused', because: /GET \/api\/runs\/\{id\}\/events is open/ },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: lookingOtherwise(
      (path) => path.endsWith('/events'),
      async (token, standard) => {
        const read = readUnverified(token)
        return (await standard(token)) ?? (read && memberByItsWord(read))
      },
    ),
  }),
}
