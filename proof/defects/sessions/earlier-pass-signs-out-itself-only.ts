import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever signs out by a pass from before a renewal ends that pass, and no session',
  reference: 'Platform contract, 2: both tokens of the session are dead everywhere',
  reddens: [{ check: 'AUTH-4.signed-out-opens-nothing', because: /is open/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const sessionOf = new Map<string, string>()
    const newestIn = new Map<string, string>()
    return {
      auth: {
        sessions: (kit, standard) => ({
          ...standard,
          remember: (sessionId, token) => {
            if (token.kind === 'access') {
              sessionOf.set(token.jti, sessionId)
              newestIn.set(sessionId, token.jti)
            }
            return standard.remember(sessionId, token)
          },
          endByToken: async (claims) => {
            const newest = newestIn.get(sessionOf.get(claims.jti) ?? '')
            if (newest === undefined || newest === claims.jti) return standard.endByToken(claims)
            const revoked = { jti: claims.jti, expiresAt: new Date(claims.exp * 1000) }
            await kit.database`insert into revoked_tokens ${kit.database(revoked)} on conflict do nothing`
            return [claims.jti]
          },
        }),
      },
    }
  },
}
