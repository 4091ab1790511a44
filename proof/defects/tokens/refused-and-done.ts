import type { Defect } from '#proof/defect'
import { lookingOtherwise } from '#damage/some-routes'
import { readUnverified } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'A conversation is begun before anybody looks at the token; then the call is refused',
  reference: 'OWASP ASVS 5.0, 8.3.1; CWE-696',
  reddens: [
    { check: 'AUTH-5.earlier-work-is-there', because: /the number of her conversations was 1 and is/ },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: lookingOtherwise(
      (path, hasBody) => path === '/api/threads' && hasBody,
      async (token, standard, kit) => {
        const member = await standard(token)
        const subject = readUnverified(token)?.payload.sub
        if (!member && subject) await kit.threads.create(subject, 'Begun by nobody', {})
        return member
      },
    ),
  }),
}
