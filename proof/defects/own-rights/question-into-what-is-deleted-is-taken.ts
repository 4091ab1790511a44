import type { Defect } from '#proof/defect'
import { randomUUID } from 'node:crypto'
import { payloadOf } from '#damage/frames'

export const defect: Defect = {
  wrong: 'A question on the line into what was deleted is said to be taken',
  reference: 'Platform contract, 4: THREAD_NOT_FOUND for an unknown thread',
  reddens: [{ check: 'ISO-4.deleted-is-gone', because: /user_message on the line: "message_accepted"/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const gone = new Set<unknown>()
    return {
      backend: {
        threads: (_kit, standard) => ({
          ...standard,
          remove: async (id) => {
            gone.add(id)
            await standard.remove(id)
          },
        }),
        frameHandler: (_kit, standard) => async (connection, data, isBinary) => {
          const payload = payloadOf(data, 'user_message')
          if (!payload || !gone.has(payload['thread_id'])) return standard(connection, data, isBinary)
          connection.send({
            type: 'message_accepted',
            payload: {
              client_message_id: payload['client_message_id'],
              thread_id: payload['thread_id'],
              run_id: `run_${randomUUID()}`,
            },
          })
        },
      },
    }
  },
}
