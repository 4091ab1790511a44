import { withOtherHeaders } from '#damage/headers'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who has sent too many messages by calls is told to wait no second at all',
  reference: 'RFC 9110, 10.2.3; platform contract, 3: Retry-After says how long that still is',
  reddens: [{ check: 'ISO-5.wait-is-what-is-left', because: /^by a call: 0 s, (5\d|60) s are left/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () =>
    withOtherHeaders(
      ({ service }, { status, body }) => service === 'backend' && status === 429 && body.includes('a minute'),
      () => ({ 'retry-after': '0' }),
    ),
}
