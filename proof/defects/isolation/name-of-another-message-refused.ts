import { payloadOf } from '#damage/frames'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A message on a line whose name somebody else has used is refused',
  reference: 'Platform contract, 3: of the same person; CWE-639',
  reddens: [{ check: 'LIVE-4.each-is-told-her-own', because: /refused: INVALID_MESSAGE/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const owners = new Map<string, string>()
    return {
      backend: {
        frameHandler: (_kit, standard) => async (connection, data, isBinary) => {
          const name = payloadOf(data, 'user_message')?.['client_message_id']
          if (typeof name !== 'string') return standard(connection, data, isBinary)
          if (!owners.has(name)) owners.set(name, connection.userId)
          if (owners.get(name) === connection.userId) return standard(connection, data, isBinary)
          const error = { error_code: 'INVALID_MESSAGE', error_message: 'This message is known' }
          connection.send({ type: 'error_message', ...error, payload: { client_message_id: name } })
        },
      },
    }
  },
}
