import type { Defect } from '#proof/defect'
import { renewingLines } from '#damage/renewed-lines'
import { expiredMember } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'A live line goes on under a token whose time is over',
  reference: 'RFC 7519, 4.1.4; CWE-613',
  reddens: [
    { check: 'AUTH-5.expired-refused', because: /live line \(renewed\) is open/ },
    { check: 'AUTH-3.expired-opens-no-line', because: /live line \(renewed\) is open/ },
  ],
  spares: ['CHAT-2'],
  plant: ({ 'auth-service': { signingSecret } }) => ({
    backend: renewingLines((token) => expiredMember(token, signingSecret)),
  }),
}
