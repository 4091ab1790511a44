import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { expect } from 'chai'
import { exchange } from '#testing/exchange'
import type { Exchange, WireFrame } from '#wire/exchange'
import { Recorder } from './recorder.ts'

const folder = mkdtempSync(join(tmpdir(), 'netra-recorder-'))

const EXCHANGE = exchange({ number: 1, body: '{"total":0}' })

const frame = (text: string, more: Partial<WireFrame> = {}): WireFrame => ({
  connection: 1,
  person: 'Asha',
  direction: 'received',
  text,
  at: 20.6,
  ...more,
})

/** What is in a sealed folder's list of frames. */
function framesOf(recorder: Recorder, name: string): unknown[] {
  recorder.seal(join(folder, name), {})
  const lines = readFileSync(join(folder, name, 'frames.ndjson'), 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => JSON.parse(line) as unknown)
}

describe('The recorder', () => {
  after(() => rmSync(folder, { recursive: true }))

  it('seals what it has into files, each with the hash of what is in it', () => {
    const recorder = new Recorder()
    recorder.exchange(EXCHANGE)
    recorder.frame(frame('{"type":"pong"}'))
    const place = join(folder, 'deeply', 'AUTH-1')
    const exhibits = recorder.seal(place, { 'checks.txt': '✔ kept\n' })
    expect(exhibits.map(({ name }) => name)).to.deep.equal(['exchanges.har', 'frames.ndjson', 'checks.txt'])
    expect(readdirSync(place)).to.have.members(exhibits.map(({ name }) => name))
    for (const { name, sha256 } of exhibits) {
      const content = readFileSync(join(place, name))
      expect(content.length).to.be.above(0)
      expect(createHash('sha256').update(content).digest('hex')).to.equal(sha256)
    }
    expect(readFileSync(join(place, 'checks.txt'), 'utf8')).to.equal('✔ kept\n')
  })

  it('keeps every exchange and every frame, and says how many', () => {
    const recorder = new Recorder()
    for (const number of [1, 2, 3]) recorder.exchange({ ...EXCHANGE, number })
    recorder.frame(frame('{}'))
    expect([recorder.exchanges, recorder.frames]).to.deep.equal([3, 1])
    recorder.seal(join(folder, 'many'), {})
    const har = JSON.parse(readFileSync(join(folder, 'many', 'exchanges.har'), 'utf8')) as {
      log: { entries: { _number: number }[] }
    }
    expect(har.log.entries.map(({ _number }) => _number)).to.deep.equal([1, 2, 3])
  })

  it('keeps frames and the ends of lines on one clock, in order, with who and which way', () => {
    const recorder = new Recorder()
    recorder.frame(frame('{"type":"ping"}', { direction: 'sent', at: 10.2 }))
    recorder.frame(frame('{"type":"pong"}', { at: 11.7 }))
    recorder.connectionEnd({
      connection: 1,
      person: 'Asha',
      code: 1008,
      reason: 'signed out',
      ours: false,
      at: 30,
    })
    recorder.connectionEnd({ connection: 2, person: 'Bram', code: 1000, reason: '', ours: true, at: 31 })
    expect(framesOf(recorder, 'order')).to.deep.equal([
      { at: 10, connection: 1, person: 'Asha', direction: 'sent', frame: { type: 'ping' } },
      { at: 12, connection: 1, person: 'Asha', direction: 'received', frame: { type: 'pong' } },
      { at: 30, connection: 1, person: 'Asha', ended: { code: 1008, reason: 'signed out', by: 'platform' } },
      { at: 31, connection: 2, person: 'Bram', ended: { code: 1000, reason: '', by: 'suite' } },
    ])
  })

  it('withholds of a frame what may not be kept, and a frame that is no JSON as a whole', () => {
    const recorder = new Recorder()
    recorder.frame(frame('{"type":"reauthenticate","payload":{"token":"hidden"}}', { direction: 'sent' }))
    recorder.frame(frame('hidden, and no JSON'))
    expect(JSON.stringify(framesOf(recorder, 'withheld')))
      .to.contain('"type":"reauthenticate"')
      .and.match(/"frame":"\[withheld: 19 characters, #[0-9a-f]{4}\]"/)
      .and.not.contain('hidden')
  })

  it('seals a scenario in which nothing passed, too', () => {
    expect(framesOf(new Recorder(), 'nothing')).to.deep.equal([])
  })
})

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

const frameOfAsha = (text: string, direction: WireFrame['direction']): WireFrame => ({
  connection: 1,
  person: 'Asha',
  direction,
  text,
  at: 3,
})

describe('Evidence of a scenario in which secrets were planted everywhere', () => {
  const recorder = new Recorder()
  recorder.exchange(exchangeFullOfSecrets(bodyFullOfSecrets()))
  recorder.exchange(exchangeFullOfSecrets(`grant=${secret()}&pass=${token()}`))
  recorder.exchange(exchangeFullOfSecrets(`{"password":"${secret()}`))
  recorder.exchange(exchangeFullOfSecrets(JSON.stringify(secret())))
  recorder.exchange(exchangeFullOfSecrets(JSON.stringify([secretNumber()])))
  recorder.frame(frameOfAsha(bodyFullOfSecrets(), 'sent'))
  recorder.frame(frameOfAsha(bodyFullOfSecrets(), 'received'))
  recorder.frame(frameOfAsha(`<${secret()}>`, 'received'))
  recorder.connectionEnd({
    connection: 1,
    person: 'Asha',
    code: 1008,
    reason: `not ${token()}`,
    ours: false,
    at: 4,
  })
  const sealed = recorder
    .seal(join(folder, 'secrets'), {})
    .map(({ name }) => readFileSync(join(folder, 'secrets', name), 'utf8'))
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
