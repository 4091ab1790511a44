import type { Line } from '@netra/local-stack/backend/live/fan-out'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'As many lines as one person may have, all people together may',
  reference: 'Platform contract, 4: a person has up to 10 lines',
  reddens: [{ check: 'ISO-5.crowd-succeeds', because: /User \d connects/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => {
        const lines = new Set<Line>()
        return {
          ...standard,
          join: (line) => lines.size < FEW && standard.join(line) && lines.add(line).size > 0,
          leave: (line) => {
            lines.delete(line)
            standard.leave(line)
          },
        }
      },
    },
  }),
}

const FEW = 6
