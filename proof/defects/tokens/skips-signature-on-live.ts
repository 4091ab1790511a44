import type { Defect } from '#proof/defect'
import { memberByItsWord, readUnverified } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'The live line reads the token and does not verify it',
  reference: 'OWASP ASVS 5.0, 9.1.1; CWE-347',
  reddens: [{ check: 'AUTH-5.altered-refused', because: /live line .* is open/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      liveIdentity: (_kit, standard) => async (token) => {
        const read = readUnverified(token)
        return (await standard(token)) ?? (read && memberByItsWord(read))
      },
    },
  }),
}
