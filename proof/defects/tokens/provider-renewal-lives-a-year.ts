import type { Defect } from '#proof/defect'
import { decodeJwt, SignJWT } from 'jose'
import type { TokenIssuer, TokenKind } from '@netra/local-stack/auth-service/tokens'
import type { Account } from '@netra/local-stack/auth-service/accounts'
function living(
  standard: TokenIssuer,
  secret: string,
  secondsFor: (account: Account, kind: TokenKind) => number | undefined,
): TokenIssuer {
  return {
    issue: async (account, kind) => {
      const issued = await standard.issue(account, kind)
      const life = secondsFor(account, kind)
      if (life === undefined) return issued
      const exp = Math.floor(issued.issuedAt.getTime() / 1000) + life
      const token = await new SignJWT({ ...decodeJwt(issued.token), exp })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .sign(new TextEncoder().encode(secret))
      return { ...issued, token, expiresAt: new Date(exp * 1000) }
    },
  }
}

export const defect: Defect = {
  wrong: 'What renews a session from the provider lives for a year',
  reference: 'Platform contract, 2: refresh tokens 14 days at most',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      inside: 'AUTH-2',
      breaks: ['token.refresh-lifetime'],
      because: /what renews it lives 31536000 s/,
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-1'],
  plant: (configs) => ({
    auth: {
      tokenIssuer: (_kit, standard) =>
        living(standard, configs['auth-service'].signingSecret, ({ authProvider }, kind) =>
          authProvider === 'google' && kind === 'refresh' ? 31_536_000 : undefined,
        ),
    },
  }),
}
