import type { Defect } from '#proof/defect'
import { joiningBrowsers } from '#damage/browsers'

export const defect: Defect = {
  wrong: 'A page in a browser that comes back is told nothing of what it missed',
  reference: 'Platform contract, 4: After resume come all events',
  reddens: [{ check: 'LIVE-2.late-device-catches-up', because: /0 of \d+ words/ }],
  verdict: 'failed',
  spares: ['LIVE-4'],
  plant: () => {
    const browsers = new WeakSet<object>()
    return {
      backend: {
        ...joiningBrowsers((line) => void browsers.add(line)),
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
