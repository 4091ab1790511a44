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
  wrong: 'The first pass of an account lives as long as is promised, each later one for an hour',
  reference: 'Platform contract, 2: They live 15 minutes at most',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      inside: 'AUTH-4',
      breaks: ['token.access-lifetime'],
      because: /one pass lives 900 s, another 3600 s/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-5'],
  plant: (configs) => ({
    auth: {
      tokenIssuer: (_kit, standard) => {
        const seen = new Set<string>()
        return living(standard, configs['auth-service'].signingSecret, ({ id }, kind) => {
          if (kind === 'refresh') return undefined
          if (seen.has(id)) return 3600
          seen.add(id)
          return undefined
        })
      },
    },
  }),
}
