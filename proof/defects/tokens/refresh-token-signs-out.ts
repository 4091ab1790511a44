import type { Defect } from '#proof/defect'
import { recognisingOtherwise } from '#damage/some-routes'

export const defect: Defect = {
  wrong: 'A refresh token signs out, as if it were an access token',
  reference: 'RFC 8725, 3.12; OWASP ASVS 5.0, 9.2.2',
  reddens: [{ check: 'AUTH-3.refresh-does-not-enter', because: /POST \/auth\/logout is open/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    auth: recognisingOtherwise(
      (path) => path === '/auth/logout',
      async (token, standard, kit) => {
        const claims = await kit.tokenVerifier(token, 'refresh').catch(() => undefined)
        const account = claims && (await kit.sessions.accountOf(claims))
        return account ? { account, claims } : standard(token)
      },
    ),
  }),
}
