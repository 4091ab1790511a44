import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { expect } from 'chai'
import type { Exchange, WireFrame } from '#wire/exchange'
import { Recorder } from './recorder.ts'

const folder = mkdtempSync(join(tmpdir(), 'netra-secrets-'))

const planted: string[] = []

/** A secret like no other. */
function secret(): string {
  const value = `s3cret${planted.length}x${'qwertz'.repeat(3)}`
  planted.push(value)
  return value
}

/** A number like no other. */
function secretNumber(): number {
  const value = 481_516_000 + planted.length
  planted.push(String(value))
  return value
}

/** A token of which no part may show. */
function token(): string {
  const parts = [`eyJhbGci${planted.length}`, `eyJzdWIi${planted.length}`, `c2lnbmF0dXJl${planted.length}`]
  planted.push(...parts)
  return parts.join('.')
}

const bodyFullOfSecrets = (): string =>
  JSON.stringify({
    password: secret(),
    access_token: token(),
    pin: secretNumber(),
    code: [secret(), [secret(), secretNumber()], { refresh_token: secret() }],
    nested: { deeper: { client_secret: secret() }, list: [{ api_key: secret() }] },
    message: { id_token: secret() },
    detail: `the pass "${token()}" is no good: ${token()}`,
    reasoning: [`I was shown ${token()}.`],
    content: 'x'.repeat(10_000) + secret(),
    [token()]: 1,
    status: 'success',
  })

const addressFullOfSecrets = (): string =>
  `https://asha:${secret()}@app.example/auth/callback/${token()}?${token()}&q=${token()}` +
  `&redirect_uri=${encodeURIComponent(`https://x.example/?code=${secret()}`)}&code=${secret()}&state=${secret()}&token=${token()}&status=seen` +
  `#access_token=${token()}&refresh_token=${secret()}`

const headersFullOfSecrets = (): Record<string, string> => ({
  authorization: `Bearer ${token()}`,
  Cookie: `sid=${secret()}; theme=dark`,
  'set-cookie': `sid=${secret()}; HttpOnly\nbind=${secret()}`,
  'x-e2e-bypass-key': secret(),
  'sec-websocket-protocol': `jwt-auth, jwt.${secret()}`,
  location: addressFullOfSecrets(),
  Location: secret(),
  'x-request-id': 'seen-req-1',
  traceparent: `00-${token()}`,
})

const exchangeFullOfSecrets = (body: string): Exchange => ({
  number: 1,
  person: 'Asha',
  service: 'auth',
  request: { method: 'POST', url: addressFullOfSecrets(), headers: headersFullOfSecrets(), body },
  response: { status: 200, headers: headersFullOfSecrets(), body },
  at: 1,
  elapsedMs: 2,
})

const frameOf = (text: string, direction: WireFrame['direction']): WireFrame => ({
  connection: 1,
  person: 'Asha',
  direction,
  text,
  at: 3,
})

describe('Evidence of a scenario in which secrets were planted everywhere', () => {
  after(() => rmSync(folder, { recursive: true }))

  const recorder = new Recorder()
  recorder.exchange(exchangeFullOfSecrets(bodyFullOfSecrets()))
  recorder.exchange(exchangeFullOfSecrets(`grant=${secret()}&pass=${token()}`))
  recorder.exchange(exchangeFullOfSecrets(`{"password":"${secret()}`))
  recorder.exchange(exchangeFullOfSecrets(JSON.stringify(secret())))
  recorder.exchange(exchangeFullOfSecrets(JSON.stringify([secretNumber()])))
  recorder.frame(frameOf(bodyFullOfSecrets(), 'sent'))
  recorder.frame(frameOf(bodyFullOfSecrets(), 'received'))
  recorder.frame(frameOf(`<${secret()}>`, 'received'))
  recorder.connectionEnd({
    connection: 1,
    person: 'Asha',
    code: 1008,
    reason: `not ${token()}`,
    ours: false,
    at: 4,
  })
  const sealed = recorder
    .seal(folder, {})
    .map(({ name }) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')

  it('holds nothing of any of them', () => {
    expect(planted.length).to.be.above(100)
    const found = planted.filter((value) => sealed.includes(value))
    expect(found).to.deep.equal([])
  })

  it('holds none of them in another spelling either', () => {
    const spellings = [encodeURIComponent, btoa, (value: string) => Buffer.from(value).toString('base64url')]
    const found = planted.filter((value) => spellings.some((spell) => sealed.includes(spell(value))))
    expect(found).to.deep.equal([])
  })

  it('still holds what may be kept, so that the search can find something', () => {
    for (const kept of ['seen-req-1', '/auth/callback/', 'status=seen', '\\"status\\":\\"success\\"']) {
      expect(sealed).to.contain(kept)
    }
    expect(sealed.match(/withheld/g)?.length).to.be.above(80)
  })
})
