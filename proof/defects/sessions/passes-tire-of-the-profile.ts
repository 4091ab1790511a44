import type { Defect } from '#proof/defect'

const TIRED_MS = 1_500

export const defect: Defect = {
  wrong:
    'Whoever asks by a pass that has been in use for a second and a half is not told who she is any more',
  reference: 'Platform contract, 2: GET /auth/me 200; a cache of passes that is too small',
  reddens: [
    {
      check: 'ALWAYS.sessions-open-until-they-end',
      inside: 'CHAT-3',
      breaks: ['auth.me'],
      because:
        /Asha's pass of exchange \d+ was ended by nothing, and exchange \d+ refuses it \(me answered 401\)/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => {
    const firstUsed = new Map<unknown, number>()
    return {
      instead: ({ method, path, headers: { authorization: pass } }) => {
        if (method !== 'GET' || path !== '/auth/me') return undefined
        const since = firstUsed.get(pass) ?? performance.now()
        firstUsed.set(pass, since)
        if (performance.now() - since < TIRED_MS) return undefined
        const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
        return { status: 401, headers, body: '{"detail":"Invalid token"}' }
      },
    }
  },
}
