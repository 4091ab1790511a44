import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sign } from 'jsonwebtoken'
import { exchange } from '#testing/exchange'
import type { Exchange } from '#wire/exchange'
import { BelongingsWatch } from '#monitors/belongings'

const EPOCH = Date.parse('2026-01-02T03:04:05Z')
const CLAIMS = {
  sub: 'u-1',
  email: 'asha@example.org',
  permissions: ['chat'],
  iat: EPOCH / 1000,
  exp: EPOCH / 1000 + 900,
}

/** A session that is issued by the n-th call. */
function issued(number: number, path: string, claims: Partial<typeof CLAIMS> & { jti: string }): Exchange {
  const tokens = {
    access_token: sign({ ...CLAIMS, ...claims }, 'any secret'),
    refresh_token: `r-${number}`,
    token_type: 'Bearer',
    expires_in: 900,
  }
  const user = { id: 'u-1', email: CLAIMS.email, name: 'Asha' }
  const body = JSON.stringify(path === 'refresh' ? tokens : { ...tokens, user })
  const request = { method: 'POST', url: `https://auth.example.org/auth/${path}`, headers: {}, body: '{}' }
  return { ...exchange({ service: 'auth', request, status: 200, body }), number, at: number, elapsedMs: 1 }
}

function findings(...exchanges: readonly Exchange[]): string[] {
  const watch = new BelongingsWatch({ auth: 0, backend: 0 }, () => EPOCH)
  for (const one of exchanges) watch.exchange(one)
  return watch.findings.map(({ text }) => text)
}

describe('Passes that are issued', () => {
  it('each have a name of their own, are of now, and tell the address of their owner, in any case', () => {
    const renewed = issued(2, 'refresh', { jti: 'j-2', email: 'Asha@Example.org' })
    expect(findings(issued(1, 'login', { jti: 'j-1' }), renewed)).to.deep.equal([])
  })

  const odd: Readonly<Record<string, readonly [Exchange, RegExp]>> = {
    'named as another': [
      issued(2, 'refresh', { jti: 'j-1' }),
      /name of its own.* named as that of exchange 1/,
    ],
    'dated an hour early': [
      issued(2, 'refresh', { jti: 'j-2', iat: CLAIMS.iat - 3600, exp: CLAIMS.exp - 3600 }),
      /pass was issued by exchange 2, and it says at 2026-01-02T02:04:05/,
    ],
    "of another's address": [
      issued(2, 'refresh', { jti: 'j-2', email: 'bram@example.org' }),
      /address in the pass is "asha@example.org" by exchange 1, and it is "bram@example.org"/,
    ],
    'of more rights': [
      issued(2, 'refresh', { jti: 'j-2', permissions: ['admin', 'chat'] }),
      /rights in the pass is "chat" by exchange 1, and it is "admin, chat"/,
    ],
  }
  for (const [what, [renewed, finding]] of Object.entries(odd)) {
    it(`are found out when one is ${what}`, () => {
      const [text = '', ...more] = findings(issued(1, 'login', { jti: 'j-1' }), renewed)
      expect(text).to.match(finding)
      expect(more).to.deep.equal([])
    })
  }
})
