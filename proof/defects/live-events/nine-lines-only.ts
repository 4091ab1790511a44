import type { Line } from '@netra/local-stack/backend/live/fan-out'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A person may have no more than nine lines',
  reference: 'Platform contract, 4: A person has up to 10 lines; the 11th gets 1008',
  reddens: [{ check: 'LIVE-5.ten-lines-and-no-more', because: /lines of hers at once: 9, not 10/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => {
        const lines = new Set<Line>()
        return {
          ...standard,
          join: (line) => {
            const own = [...lines].filter(({ userId }) => userId === line.userId)
            return own.length < 9 && standard.join(line) && lines.add(line).size > 0
          },
          leave: (line) => {
            lines.delete(line)
            standard.leave(line)
          },
        }
      },
    },
  }),
}
