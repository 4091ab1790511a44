import type { Defect } from '#proof/defect'
import { payloadOf } from '#damage/frames'

export const defect: Defect = {
  wrong: 'A line that is renewed a second time is said to go on, and ends when the first renewal said',
  reference: 'Platform contract, 4: reauthenticate, reauthenticated; a timer that is set once',
  reddens: [{ check: 'AUTH-3.watching-goes-on', because: /ended|closed|not open|open: no/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: ({ liveIdentity }, standard) => {
        const renewed = new WeakSet<object>()
        return async (connection, data, isBinary) => {
          const token = payloadOf(data, 'reauthenticate')?.['token']
          const isAgain = typeof token === 'string' && renewed.has(connection)
          const member = isAgain ? await liveIdentity(token) : undefined
          if (typeof token === 'string') renewed.add(connection)
          if (member?.userId !== connection.userId) return standard(connection, data, isBinary)
          connection.send({
            type: 'reauthenticated',
            payload: { expires_at: member.expiresAt.toISOString() },
          })
        }
      },
    },
  }),
}
