import type { Defect } from '#proof/defect'
import type { Line } from '@netra/local-stack/backend/live/fan-out'

export const defect: Defect = {
  wrong: 'Signing out ends the first line of that device that is found',
  reference: 'OWASP ASVS 5.0, 7.4.1',
  reddens: [{ check: 'AUTH-4.signed-out-line-ends', because: /gave up/ }],
  spares: ['CHAT-2'],
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
          hangUp: (userId, reason, tokenIds) => {
            const own = [...lines].filter((line) => line.userId === userId)
            if (tokenIds) own.find(({ tokenId }) => tokenIds.includes(tokenId))?.close(1008, reason)
            else standard.hangUp(userId, reason)
          },
        }
      },
    },
  }),
}
