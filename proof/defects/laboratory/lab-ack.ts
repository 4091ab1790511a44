import type { Defect } from '#proof/defect'
import { randomUUID } from 'node:crypto'

export const defect: Defect = {
  wrong: 'Every message is said to be taken, and nobody works on it',
  reference: 'Seed laboratory: ack',
  reddens: [
    { check: 'LIVE-1.first-word-in-time', because: /the first word of the work: gave up .*heartbeat/ },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      frameHandler: (_kit, standard) => async (connection, data, isBinary) => {
        const { type, payload } = JSON.parse(data) as {
          type: string
          payload: { client_message_id: string; thread_id: string }
        }
        if (type !== 'user_message') return standard(connection, data, isBinary)
        const { client_message_id, thread_id } = payload
        connection.send({
          type: 'message_accepted',
          payload: { client_message_id, thread_id, run_id: `run_${randomUUID()}` },
        })
      },
    },
  }),
}
