import type { Defect } from '#proof/defect'
import type { Line } from '@netra/local-stack/backend/live/fan-out'
import { liveToken } from '@netra/local-stack/backend/live/token-source'

export const defect: Defect = {
  wrong: 'A page in a browser that comes back is told nothing of what it missed',
  reference: 'Platform contract, 4: After resume come all events',
  reddens: [{ check: 'LIVE-2.late-device-catches-up', because: /0 of \d+ words/ }],
  verdict: 'failed',
  spares: ['LIVE-4'],
  plant: () => {
    let isBrowser = false
    const browsers = new WeakSet<object>()
    return {
      backend: {
        liveTokenSource: () => (headers) => {
          isBrowser = headers.authorization === undefined
          return liveToken(headers)
        },
        fanOut: (_kit, standard) => ({
          ...standard,
          join: (line: Line) => {
            if (isBrowser) browsers.add(line)
            return standard.join(line)
          },
        }),
        frameHandler: (_kit, standard) => async (connection, data, isBinary) => {
          if (!browsers.has(connection) || !data.includes('"type":"resume"'))
            return standard(connection, data, isBinary)
          const { payload } = JSON.parse(data) as { payload: { thread_id: string; after: number } }
          connection.send({
            type: 'replay_complete',
            payload: { thread_id: payload.thread_id, after: payload.after, replayed: 0 },
          })
        },
      },
    }
  },
}
