import type { Defect } from '#proof/defect'
import { renewingLines } from '#damage/renewed-lines'
import { memberByItsWord, readUnverified } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'What renews a live line is read and not verified',
  reference: 'OWASP ASVS 5.0, 9.1.1; CWE-347',
  reddens: [{ check: 'AUTH-5.altered-refused', because: /live line \(renewed\) is open/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: renewingLines((token) => {
      const read = readUnverified(token)
      return Promise.resolve(read && memberByItsWord(read))
    }),
  }),
}
