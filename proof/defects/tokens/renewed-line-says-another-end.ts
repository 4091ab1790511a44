import { hearing } from '#damage/wire'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A line that was renewed is said to live an hour longer than its pass',
  reference: 'Platform contract, 4: reauthenticated',
  reddens: [{ check: 'AUTH-3.watching-goes-on', because: /stated/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () =>
    hearing((frame) => {
      const { expires_at: end } = frame.payload
      if (frame.type !== 'reauthenticated') return [frame]
      const later = new Date(Date.parse(String(end)) + 3_600_000).toISOString()
      return [{ ...frame, payload: { ...frame.payload, expires_at: later } }]
    }),
}
