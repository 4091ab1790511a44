import type { Defect } from '#proof/defect'
import type { Line } from '@netra/local-stack/backend/live/fan-out'
import { liveToken } from '@netra/local-stack/backend/live/token-source'

export const defect: Defect = {
  wrong: 'Signing out leaves the lines of browsers open',
  reference: 'Platform contract, 2: its live lines close with 1008 within 2 s',
  reddens: [{ check: 'AUTH-4.signed-out-line-ends', because: /gave up/ }],
  verdict: 'failed',
  spares: ['AUTH-1'],
  plant: () => {
    let isBrowser = false
    let isSigningOut = false
    const browsers = new Set<Line>()
    return {
      auth: {
        signIns: (_kit, standard) => ({
          ...standard,
          end: async (token) => {
            isSigningOut = true
            try {
              await standard.end(token)
            } finally {
              isSigningOut = false
            }
          },
        }),
      },
      backend: {
        liveTokenSource: () => (headers) => {
          isBrowser = headers.authorization === undefined
          return liveToken(headers)
        },
        fanOut: (_kit, standard) => ({
          ...standard,
          join: (line: Line) => {
            if (isBrowser) {
              browsers.add(line)
              const close = line.close.bind(line)
              line.close = (code, reason) => {
                if (!isSigningOut) close(code, reason)
              }
            }
            return standard.join(line)
          },
        }),
      },
    }
  },
}
