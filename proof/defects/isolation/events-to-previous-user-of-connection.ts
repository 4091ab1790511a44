import type { Line } from '@netra/local-stack/backend/live/fan-out'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A new line is told what belongs to whoever had the place before',
  reference: 'CWE-226; a slot that is used again',
  reddens: [{ check: 'ISO-3.every-line-tells-its-owners', because: /words that are not hers/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => {
        const free: string[] = []
        const heirs = new Map<string, Line>()
        return {
          ...standard,
          join: (line) => {
            const place = free.findIndex((userId) => userId !== line.userId)
            const [before] = place < 0 ? [] : free.splice(place, 1)
            if (before !== undefined) heirs.set(before, line)
            return standard.join(line)
          },
          leave: (line) => {
            free.push(line.userId)
            standard.leave(line)
          },
          deliver: (userId, frame) => {
            standard.deliver(userId, frame)
            heirs.get(userId)?.send(frame)
          },
        }
      },
    },
  }),
}
