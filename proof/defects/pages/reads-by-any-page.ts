import type { Defect } from '#proof/defect'
import { pageOf, withOtherHeaders } from '#damage/headers'

export const defect: Defect = {
  wrong: 'Every page that asks is allowed to read, with credentials',
  reference: 'OWASP ASVS 5.0, 3.4.2; CWE-942',
  reddens: [{ check: 'AUTH-5.foreign-pages-read-nothing', because: /is allowed at .* with credentials/ }],
  spares: ['CHAT-2'],
  wire: () =>
    withOtherHeaders(
      (request) => pageOf(request) !== undefined,
      (request) => ({
        'access-control-allow-origin': pageOf(request),
        'access-control-allow-credentials': 'true',
      }),
    ),
}
