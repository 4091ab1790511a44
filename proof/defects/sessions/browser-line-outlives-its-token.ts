import type { Defect } from '#proof/defect'

const BROWSER = 'browser.'

export const defect: Defect = {
  wrong: 'The lines of browsers do not end when the token runs out',
  reference: 'OWASP ASVS 5.0, 7.3.2; CWE-613',
  reddens: [
    { check: 'AUTH-3.expiry-ends-the-line', because: /gave up/ },
    { check: 'LIVE-5.expiry-ends-the-line', because: /gave up/ },
  ],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      liveTokenSource: (_kit, standard) => (headers, url) => {
        const token = standard(headers, url)
        return token && headers['sec-websocket-protocol'] ? `${BROWSER}${token}` : token
      },
      liveIdentity: (_kit, standard) => async (token) => {
        if (!token.startsWith(BROWSER)) return standard(token)
        const member = await standard(token.slice(BROWSER.length))
        return member && { ...member, expiresAt: new Date(Date.now() + 3600_000) }
      },
    },
  }),
}
