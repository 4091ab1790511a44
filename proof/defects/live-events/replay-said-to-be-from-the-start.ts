import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'After catching up it is said that everything was told again, from wherever',
  reference: 'Platform contract, 4: replay_complete {thread_id, after, replayed}',
  reddens: [{ check: 'LIVE-2.told-once-in-order', because: /came after #0, where #\d+ was asked for/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () =>
    hearing((frame) => [
      frame.type === 'replay_complete' ? { ...frame, payload: { ...frame.payload, after: 0 } } : frame,
    ]),
}
