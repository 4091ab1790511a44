import type { Defect } from '#proof/defect'
import { withOtherHeaders } from '#damage/headers'

export const defect: Defect = {
  wrong: 'Everybody is allowed to read what the backend says',
  reference: 'OWASP ASVS 5.0, 3.4.2; CWE-942',
  reddens: [{ check: 'AUTH-5.foreign-pages-read-nothing', because: /is allowed at .*: \*/ }],
  spares: ['CHAT-2'],
  wire: () =>
    withOtherHeaders(
      ({ service }) => service === 'backend',
      () => ({ 'access-control-allow-origin': '*' }),
    ),
}
