import type { Defect } from '#proof/defect'
import type { Line } from '@netra/local-stack/backend/live/fan-out'

export const defect: Defect = {
  wrong: 'A second device that a person has connected at the same time is told nothing',
  reference: "Platform contract, 4: each of a user's connections gets each event",
  reddens: [{ check: 'LIVE-2.other-device-hears-all', because: /^0 of \d+ words/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => {
        const present = new Map<string, number>()
        return {
          ...standard,
          join: (line) => {
            const number = (present.get(line.userId) ?? 0) + 1
            present.set(line.userId, number)
            return standard.join(number === 2 ? deaf(line) : line)
          },
        }
      },
    },
  }),
}

/** A line to which nothing is said once it is open. */
function deaf({ userId, tokenId }: Line): Line {
  return { userId, tokenId, send: () => undefined, close: () => undefined }
}
