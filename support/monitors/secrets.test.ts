import { describe, it } from 'node:test'
import { expect } from 'chai'
import { exchange, type Told } from '#testing/exchange'
import type { Exchange } from '#wire/exchange'
import { History } from './history.ts'
import { Secrets } from './secrets.ts'

const token = (signature: string): string => `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1In0.${signature}`
const PASS = token('c2lnbmF0dXJlLW9mLXRoZS1wYXNz')
const RENEWAL = token('c2lnbmF0dXJlLW9mLXRoZS1yZW5ld2Fs')
const ISSUED = JSON.stringify({ access_token: PASS, refresh_token: RENEWAL })
const CALLBACK = 'GET /auth/callback'

const answered = (route: string, told: Told): Exchange =>
  exchange({ number: 2, service: 'auth', route, ...told })

/** What is found when these were answered, after Asha has logged in. */
function findIn(...more: readonly Exchange[]): string[] {
  const [history, secrets] = [new History(), new Secrets('https://app.example')]
  secrets.know("Asha's password", 'pw-correct-horse')
  const login = answered('POST /auth/login', { number: 1, body: ISSUED })
  for (const each of [login, ...more]) history.exchange(each)
  return secrets.findIn(history).map(({ text }) => text)
}

describe('A pass', () => {
  for (const route of ['login', 'register', 'refresh', 'e2e/test-auth']) {
    it(`may show where it is issued: in the answer of ${route}`, () => {
      expect(findIn(answered(`POST /auth/${route}`, { body: ISSUED }))).to.deep.equal([])
    })

    it(`is learned from the answer of ${route}, and found in any other`, () => {
      const [history, secrets] = [new History(), new Secrets('https://app.example')]
      history.exchange(answered(`POST /auth/${route}`, { number: 1, body: ISSUED }))
      history.exchange(answered('GET /api/threads', { number: 2, body: `{"title":"${PASS}"}` }))
      expect(secrets.findIn(history).map(({ text }) => text)).to.deep.equal([
        "a pass of Asha's shows in exchange 2, to Asha",
      ])
    })
  }

  it('is found in a body of another route, whole or by its signature alone', () => {
    const signature = PASS.split('.')[2]
    for (const body of [`{"token":"${PASS}"}`, `bad signature ${signature}`]) {
      expect(findIn(answered('GET /auth/me', { body, person: 'Bram' }))).to.deep.equal([
        "a pass of Asha's shows in exchange 2, to Bram",
      ])
    }
  })

  it('is found in the headers of an answer, also where it is issued', () => {
    for (const route of ['GET /auth/me', 'POST /auth/login']) {
      const headers = { 'set-cookie': `session=${PASS}` }
      expect(findIn(answered(route, { headers }))).to.deep.equal([
        "a pass of Asha's shows in exchange 2, to Asha",
      ])
    }
  })

  it('may be kept in a cookie where it is issued, if no script can read that, and nowhere else', () => {
    const cookie = `renewal=${RENEWAL}; Path=/auth/refresh`
    const found = (route: string, more: string): number =>
      findIn(answered(route, { headers: { 'set-cookie': cookie + more } })).length
    const issuing = found('POST /auth/login', '; HttpOnly')
    expect([issuing, found('POST /auth/login', ''), found('GET /auth/me', '; HttpOnly')]).to.deep.equal([
      0, 1, 1,
    ])
  })

  it('is found in a frame', () => {
    const [history, secrets] = [new History(), new Secrets('https://app.example')]
    history.exchange(answered('POST /auth/login', { number: 1, body: ISSUED }))
    history.frame({
      connection: 4,
      person: 'Bram',
      direction: 'received',
      text: `{"t":"${RENEWAL}"}`,
      at: 7.2,
    })
    expect(secrets.findIn(history).map(({ text }) => text)).to.deep.equal([
      "a means of renewal of Asha's shows in a frame on line 4 at +7 ms, to Bram",
    ])
  })

  it('is found also when it showed before it was issued', () => {
    const [history, secrets] = [new History(), new Secrets('https://app.example')]
    history.exchange(answered('GET /auth/me', { number: 1, body: PASS }))
    history.exchange(answered('POST /auth/login', { number: 2, body: ISSUED }))
    expect(secrets.findIn(history)).to.have.length(1)
  })

  it('is not taken for another one: only its own signature is looked for', () => {
    const body = `{"token":"${token('c29tZXRoaW5nLWVsc2U')}"}`
    expect(findIn(answered('GET /auth/me', { body }))).to.deep.equal([])
  })
})

describe('The way back from the outside provider', () => {
  const goBack = (location: string): string[] =>
    findIn(answered(CALLBACK, { headers: { 'content-type': 'text/plain', location, date: 'today' } }))

  it('hands over a pass in the fragment, which nobody else sees', () => {
    expect(goBack(`https://app.example/auth/callback#access_token=${PASS}`)).to.deep.equal([])
  })

  it('is found out when it hands over a pass before the fragment', () => {
    expect(goBack(`https://app.example/auth/callback?access_token=${PASS}`)).to.have.length(1)
    expect(goBack(`https://app.example/auth/callback?pass=${PASS}#state=1`)).to.have.length(1)
  })

  it('is found out when it shows a pass in another header or in its body', () => {
    const location = `https://app.example/#access_token=${PASS}`
    expect(findIn(answered(CALLBACK, { headers: { location, 'set-cookie': `s=${PASS}` } }))).to.have.length(1)
    expect(findIn(answered(CALLBACK, { headers: { location }, body: PASS }))).to.have.length(1)
  })

  it('is the only answer whose fragment may hold a pass', () => {
    const headers = { location: `https://app.example/auth/callback#access_token=${PASS}` }
    expect(findIn(answered('GET /auth/login', { headers }))).to.have.length(1)
  })
})

describe('What nobody is ever shown', () => {
  it('is a password or a key that the suite knows: it is named, and not repeated', () => {
    const [text = ''] = findIn(answered('GET /auth/me', { body: '{"password":"pw-correct-horse"}' }))
    expect(text).to.equal("Asha's password shows in exchange 2, to Asha")
  })

  it('is the hash of a password', () => {
    const body = '{"hash":"$argon2id$v=19$m=65536$c2FsdA$aGFzaA"}'
    expect(findIn(answered('GET /auth/me', { body }))).to.deep.equal([
      'a password hash shows in exchange 2, to Asha',
    ])
  })

  it('is the hash of a password, or the password itself, also where something is issued', () => {
    const body = JSON.stringify({ ...(JSON.parse(ISSUED) as object), hash: '$argon2id$v=19$c2FsdA' })
    expect(findIn(answered('POST /auth/login', { body }))).to.have.length(1)
    const refusal = '{"detail":"pw-correct-horse is too weak"}'
    expect(findIn(answered('POST /auth/register', { body: refusal }))).to.have.length(1)
  })
})

describe('A pass that is issued', () => {
  it("may not be somebody else's", () => {
    expect(findIn(answered('POST /auth/login', { body: ISSUED, person: 'Bram' }))).to.have.length(2)
  })

  it('may show once, in its own place', () => {
    const body = JSON.stringify({ ...(JSON.parse(ISSUED) as object), copy: PASS })
    expect(findIn(answered('POST /auth/login', { body }))).to.have.length(1)
  })

  it('is learned also when it is no signed token', () => {
    const body = JSON.stringify({ access_token: PASS, refresh_token: 'opaque-means-of-renewal' })
    const shown = answered('GET /auth/me', { number: 3, body: '{"name":"opaque-means-of-renewal"}' })
    expect(findIn(answered('POST /auth/refresh', { body }), shown)).to.have.length(1)
  })

  it('may be handed over to the frontend only', () => {
    const location = `https://evil.example/auth/callback#access_token=${PASS}`
    expect(findIn(answered(CALLBACK, { headers: { location } }))).to.have.length(1)
  })
})
