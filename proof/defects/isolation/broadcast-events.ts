import type { Defect } from '#proof/defect'
import type { Line } from '@netra/local-stack/backend/live/fan-out'

export const defect: Defect = {
  wrong: 'Every event goes to everybody who is connected',
  reference: 'CWE-200; CWE-488',
  reddens: [{ check: 'ALWAYS.nothing-foreign-shows', because: /./, inside: 'AUTH-2' }],
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => {
        const lines = new Set<Line>()
        return {
          ...standard,
          join: (line) => standard.join(line) && lines.add(line).size > 0,
          leave: (line) => {
            lines.delete(line)
            standard.leave(line)
          },
          deliver: (_userId, frame) => {
            for (const line of lines) line.send(frame)
          },
        }
      },
    },
  }),
}
