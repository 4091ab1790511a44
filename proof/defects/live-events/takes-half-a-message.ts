import { hearing } from '#damage/wire'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A line says that it takes messages of half the length that is promised',
  reference: 'Platform contract, 4: A frame over 64 KB closes it with 1009',
  reddens: [{ check: 'LIVE-5.too-long-ends-the-line', because: /^32768 bytes|the end of .*line/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () =>
    hearing((frame) => {
      if (frame.type !== 'connection_established') return [frame]
      return [{ ...frame, payload: { ...frame.payload, max_message_bytes: 32_768 } }]
    }),
}
