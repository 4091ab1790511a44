import type { Defect } from '#proof/defect'
import { pageOf, withOtherHeaders } from '#damage/headers'

export const defect: Defect = {
  wrong: 'A page whose address begins as the platform does is allowed to read',
  reference: 'OWASP ASVS 5.0, 3.4.2; CWE-942',
  reddens: [{ check: 'AUTH-5.foreign-pages-read-nothing', because: /\.evil\.example is allowed/ }],
  spares: ['CHAT-2'],
  wire: () =>
    withOtherHeaders(
      (request) => pageOf(request)?.endsWith('.evil.example') === true,
      (request) => ({ 'access-control-allow-origin': pageOf(request) }),
    ),
}
