import type { Line } from '@netra/local-stack/backend/live/fan-out'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A second device of the same person is not told what the agents think',
  reference: "Platform contract, 4: each of a user's connections gets each event",
  reddens: [{ check: 'ISO-3.devices-agree', because: /^not those of User 1/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => {
        const owners = new Set<string>()
        return {
          ...standard,
          join: (line) => {
            const isFirst = !owners.has(line.userId)
            owners.add(line.userId)
            return standard.join(isFirst ? line : toldLess(line))
          },
        }
      },
    },
  }),
}

function toldLess(line: Line): Line {
  const { userId, tokenId } = line
  const send: Line['send'] = (frame) => {
    if (!('type' in frame && frame.type === 'agent_thinking')) line.send(frame)
  }
  return { userId, tokenId, send, close: (code, reason) => line.close(code, reason) }
}
