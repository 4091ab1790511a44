import type { Defect } from '#proof/defect'
import { memberByItsWord, readUnverified } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'Whoever connects is let in, with any pass or none',
  reference: 'Seed laboratory; OWASP ASVS 5.0, 4.4.3; CWE-306',
  reddens: [
    { check: 'AUTH-5.stranger-signed-refused', because: /live line .* is open/ },
    { check: 'AUTH-4.signed-out-opens-nothing', because: /live line .* is open/ },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      liveTokenSource: (_kit, standard) => (headers, url) => standard(headers, url) ?? 'none',
      liveIdentity: (_kit, standard) => async (token) => {
        const read = readUnverified(token) ?? {
          header: {},
          payload: { sub: 'anybody', jti: token },
          signature: '',
        }
        const expiresAt = new Date(Date.now() + 900_000)
        return (await standard(token)) ?? { ...memberByItsWord(read), expiresAt }
      },
    },
  }),
}
