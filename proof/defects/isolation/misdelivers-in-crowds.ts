import type { Line } from '@netra/local-stack/backend/live/fan-out'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'When many are connected, words go astray now and then',
  reference: 'CWE-488; CWE-567',
  reddens: [{ check: 'ISO-5.nobody-sees-anothers', because: /was shown/ }],
  spares: ['LIVE-1'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => {
        const lines = new Set<Line>()
        let told = 0
        return {
          ...standard,
          join: (line) => standard.join(line) && lines.add(line).size > 0,
          leave: (line) => {
            lines.delete(line)
            standard.leave(line)
          },
          deliver: (userId, frame) => {
            standard.deliver(userId, frame)
            if (lines.size < MANY || (told += 1) % 50 > 0) return
            for (const line of lines) if (line.userId !== userId) line.send(frame)
          },
        }
      },
    },
  }),
}

const MANY = 6
