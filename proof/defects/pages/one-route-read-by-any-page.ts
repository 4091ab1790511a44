import type { Defect } from '#proof/defect'
import { pageOf, withOtherHeaders } from '#damage/headers'

export const defect: Defect = {
  wrong: 'Of all routes, that of a run may be read by every page',
  reference: 'OWASP ASVS 5.0, 3.4.2; CWE-942',
  reddens: [
    { check: 'AUTH-5.foreign-pages-read-nothing', because: /is allowed at GET \/api\/runs\/\{id\}:/ },
  ],
  spares: ['CHAT-2'],
  wire: () =>
    withOtherHeaders(
      (request) =>
        /^\/api\/runs\/[^/]+$/.test(request.path) &&
        request.method === 'GET' &&
        pageOf(request) !== undefined,
      (request) => ({ 'access-control-allow-origin': pageOf(request) }),
    ),
}
