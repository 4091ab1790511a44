import { withOtherHeaders } from '#damage/headers'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who asks for too much by a call is not told how long to wait',
  reference: 'RFC 6585, 4; platform contract, 3: 429 with Retry-After',
  reddens: [{ check: 'LIVE-5.flood-is-slowed', because: /by a call: refused without how long to wait/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () =>
    withOtherHeaders(
      ({ service }, { status }) => service === 'backend' && status === 429,
      () => ({ 'retry-after': undefined }),
    ),
}
