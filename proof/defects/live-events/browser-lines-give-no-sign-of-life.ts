import type { Defect } from '#proof/defect'
import type { Line } from '@netra/local-stack/backend/live/fan-out'
import { liveToken } from '@netra/local-stack/backend/live/token-source'

export const defect: Defect = {
  wrong: 'A line of a browser gives no sign of life',
  reference: 'Platform contract, 4: heartbeat, when idle that long',
  reddens: [{ check: 'LIVE-3.idle-line-gives-signs-of-life', because: /gave up/ }],
  verdict: 'failed',
  spares: ['LIVE-4'],
  plant: () => {
    let isBrowser = false
    return {
      backend: {
        liveTokenSource: () => (headers) => {
          isBrowser = headers.authorization === undefined
          return liveToken(headers)
        },
        fanOut: (_kit, standard) => ({
          ...standard,
          join: (line: Line) => {
            if (isBrowser) {
              const send = line.send.bind(line)
              line.send = (frame) => {
                if ((frame as { type?: string }).type !== 'heartbeat') send(frame)
              }
            }
            return standard.join(line)
          },
        }),
      },
    }
  },
}
