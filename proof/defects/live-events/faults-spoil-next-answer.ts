import { rewording } from '#damage/answers'
import { isReadable } from '#damage/frames'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever has sent a message that cannot be read is given no real answer any more',
  reference: 'Platform contract, 4: the connection stays open; scenarios, LIVE-5',
  reddens: [{ check: 'LIVE-5.next-message-answered', because: /not named/ }],
  spares: ['CHAT-2'],
  plant: () => {
    const spoilt = new Set<string>()
    return {
      backend: {
        frameHandler: (_kit, standard) => (connection, data, isBinary) => {
          if (!isReadable(data)) spoilt.add(connection.userId)
          return standard(connection, data, isBinary)
        },
        supervisor: (_kit, standard) =>
          rewording(standard, (text, { run }) => (spoilt.has(run.userId) ? 'Something went wrong.' : text)),
      },
    }
  },
}
