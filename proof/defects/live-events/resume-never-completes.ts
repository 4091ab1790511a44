import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Who comes back is never told that she is up to date',
  reference: 'Platform contract, 4: then replay_complete',
  reddens: [{ check: 'LIVE-2.told-once-in-order', because: /replay_complete .*gave up/ }],
  spares: ['CHAT-2'],
  wire: () => hearing((frame) => (frame.type === 'replay_complete' ? [] : [frame])),
}
