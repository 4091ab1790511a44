import type { Defect } from '#proof/defect'
import { joiningBrowsers } from '#damage/browsers'

export const defect: Defect = {
  wrong: 'Signing out leaves the lines of browsers open',
  reference: 'Platform contract, 2: its live lines close with 1008 within 2 s',
  reddens: [{ check: 'AUTH-4.signed-out-line-ends', because: /gave up/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    let isSigningOut = false
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
      backend: joiningBrowsers((line) => {
        const close = line.close.bind(line)
        line.close = (code, reason) => {
          if (!isSigningOut) close(code, reason)
        }
      }),
    }
  },
}
