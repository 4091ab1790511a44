import type { Defect } from '#proof/defect'
import { createTokenVerifier } from '@netra/local-stack/auth-service/tokens'
import { accountById } from '#damage/accounts'
import { recognisingOtherwise } from '#damage/some-routes'
import { isOver, whenItWasGood } from '#damage/unverified'

export const defect: Defect = {
  wrong: 'An expired token, found in a log, signs its owner out',
  reference: 'RFC 7519, 4.1.4; CWE-613',
  reddens: [
    {
      check: 'AUTH-5.expired-refused',
      breaks: ['auth.logout.refused'],
      because: /POST \/auth\/logout is open/,
    },
    { check: 'AUTH-3.expired-opens-nothing', because: /POST \/auth\/logout is open/ },
  ],
  spares: ['CHAT-2'],
  plant: ({ 'auth-service': { signingSecret } }) => ({
    auth: recognisingOtherwise(
      (path) => path === '/auth/logout',
      async (token, standard, kit) => {
        if (!isOver(token)) return standard(token)
        const then = { now: () => whenItWasGood(token) }
        const claims = await createTokenVerifier(signingSecret, kit.tokenRules, then)(token, 'access')
        const account = await accountById(kit.database, claims.sub)
        return account ? { account, claims } : standard(token)
      },
    ),
  }),
}
