import type { Defect } from '#proof/defect'
import { payloadOf } from '#damage/frames'

export const defect: Defect = {
  wrong: 'Whoever wants to be told something again a second time on a line is told that this was all',
  reference: 'Platform contract, 4: After resume come all events of that thread past after',
  reddens: [
    { check: 'LIVE-2.late-device-catches-up', because: /asked once more after #\d+, it told 0 words/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (_kit, standard) => {
        const resumed = new WeakSet<object>()
        return async (connection, data, isBinary) => {
          const { thread_id, after } = payloadOf(data, 'resume') ?? {}
          const isAgain = typeof after === 'number' && resumed.has(connection)
          if (typeof after === 'number') resumed.add(connection)
          if (!isAgain) return standard(connection, data, isBinary)
          connection.send({ type: 'replay_complete', payload: { thread_id, after, replayed: 0 } })
        }
      },
    },
  }),
}
