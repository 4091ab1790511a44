import { tellingWait } from '#damage/allowances'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who has sent too many messages is told to wait a second, and is refused for a minute',
  reference: 'RFC 9110, 10.2.3; platform contract, 3: Retry-After says how long that still is',
  reddens: [{ check: 'ISO-5.wait-is-what-is-left', because: /on the line: 1 s, (5\d|60) s are left/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({ backend: { limits: (_kit, standard) => tellingWait(standard, () => 1) } }),
}
