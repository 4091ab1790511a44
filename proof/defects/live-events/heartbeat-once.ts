import type { Defect } from '#proof/defect'
import { hearing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'A line on which nothing happens gives one sign of life, and never another',
  reference: 'Platform contract, 4: heartbeat, when idle that long; a timer in place of an interval',
  reddens: [{ check: 'LIVE-3.idle-line-gives-signs-of-life', because: /heartbeat .*gave up/ }],
  spares: ['CHAT-2'],
  wire: () => {
    const alive = new Set<number>()
    return hearing((frame, { number }) => {
      if (frame.type !== 'heartbeat') return [frame]
      const isFirst = !alive.has(number)
      alive.add(number)
      return isFirst ? [frame] : []
    })
  },
}
