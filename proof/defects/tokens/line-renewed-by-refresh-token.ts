import type { Defect } from '#proof/defect'
import { renewingLines } from '#damage/renewed-lines'
import { memberBySignature } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'A live line goes on under a refresh token',
  reference: 'RFC 8725, 3.12; OWASP ASVS 5.0, 9.2.2',
  reddens: [{ check: 'AUTH-3.refresh-does-not-enter', because: /live line \(renewed\) is open/ }],
  spares: ['CHAT-2'],
  plant: ({ 'auth-service': { signingSecret } }) => ({
    backend: renewingLines((token) => memberBySignature(token, signingSecret, 'refresh')),
  }),
}
