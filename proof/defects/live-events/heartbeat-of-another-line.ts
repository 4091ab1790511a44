import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Signs of life name another line',
  reference: 'Platform contract, 4: heartbeat, payload {connection_id}',
  reddens: [{ check: 'LIVE-3.idle-line-gives-signs-of-life', because: /a heartbeat of conn_of_nobody/ }],
  spares: ['CHAT-2'],
  wire: () =>
    hearing((frame) =>
      frame.type === 'heartbeat' ? [{ ...frame, payload: { connection_id: 'conn_of_nobody' } }] : [frame],
    ),
}
