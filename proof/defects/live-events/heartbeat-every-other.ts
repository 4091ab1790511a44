import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A line on which nothing happens gives every second sign of life only',
  reference: 'Platform contract, 4: heartbeat, when idle that long',
  reddens: [{ check: 'LIVE-3.idle-line-gives-signs-of-life', because: /heartbeats; (2|3)\S* s at most/ }],
  spares: ['CHAT-2'],
  wire: () => {
    const beats = new Map<number, number>()
    return hearing((frame, { number }) => {
      if (frame.type !== 'heartbeat') return [frame]
      const beat = (beats.get(number) ?? 0) + 1
      beats.set(number, beat)
      return beat % 2 === 1 ? [frame] : []
    })
  },
}
