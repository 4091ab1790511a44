import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A line on which nothing happens is as silent as a dead one',
  reference: 'Platform contract, 4: heartbeat when idle',
  reddens: [{ check: 'LIVE-3.idle-line-gives-signs-of-life', because: /heartbeat .*gave up/ }],
  spares: ['CHAT-2'],
  wire: () => hearing((frame) => (frame.type === 'heartbeat' ? [] : [frame])),
}
