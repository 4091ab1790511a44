import type { Defect } from '#proof/defect'
import { payloadOf } from '#damage/frames'

export const defect: Defect = {
  wrong: 'A message that was sent on one line is worked on again when it is sent on another one',
  reference: 'Platform contract, 3: the same client_message_id of the same person, who has lost her line',
  reddens: [{ check: 'CHAT-1.sent-twice-answered-once', because: /sent again on another line|gave up/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (_kit, standard) => {
        const lines = new Map<string, string>()
        return (connection, data, isBinary) => {
          const name = payloadOf(data, 'user_message')?.['client_message_id']
          if (typeof name !== 'string') return standard(connection, data, isBinary)
          const key = `${connection.userId} ${name}`
          const line = lines.get(key) ?? connection.id
          lines.set(key, line)
          const known = line === connection.id ? name : `${name} ${connection.id}`
          return standard(connection, data.replaceAll(name, known), isBinary)
        }
      },
    },
  }),
}
