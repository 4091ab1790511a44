import { describe, it } from 'node:test'
import { expect } from 'chai'
import { fingerprint, redactHeaders, redactText, redactUrl } from './redaction.ts'

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhc2hhIn0.c2lnbmF0dXJlLW9mLWFzaGE'
const WITHHELD = /^\[withheld: \d+ characters, #[0-9a-f]{4}\]$/

const redacted = (value: unknown): unknown => JSON.parse(redactText(JSON.stringify(value)))

describe('A fingerprint', () => {
  it('says how long the value was, and is the same for equal values and for no others', () => {
    expect(fingerprint('correct horse battery')).to.match(WITHHELD).and.contain('21 characters')
    expect(fingerprint('correct horse battery')).to.equal(fingerprint('correct horse battery'))
    expect(fingerprint('correct horse battery')).not.to.equal(fingerprint('correct horse batterz'))
  })
})

describe('Of headers', () => {
  const kept = { 'content-type': 'application/json', 'x-request-id': 'req-7f3c', 'Retry-After': '30' }
  const secret = ['authorization', 'Cookie', 'set-cookie', 'x-e2e-bypass-key', 'sec-websocket-protocol']

  it('those that are listed are kept, in whatever letters they are written', () => {
    expect(redactHeaders(kept)).to.deep.equal(kept)
  })

  for (const name of [...secret, 'x-something-new']) {
    it(`${name} leaves a fingerprint, because it is not listed`, () => {
      expect(redactHeaders({ [name]: 'hidden 4711' })).to.deep.equal({ [name]: fingerprint('hidden 4711') })
    })
  }

  it('a location is kept as far as an address may be', () => {
    const { location } = redactHeaders({ location: 'https://app.example/auth/callback#access_token=4711' })
    expect(location)
      .to.match(/^https:\/\/app\.example\/auth\/callback#/)
      .and.not.contain('4711')
  })
})

describe('Of a body or frame', () => {
  it('listed fields are kept as they are, whatever kind they are of', () => {
    const body = { status: 'running', sequence: 7, valid: true, error: null, agents: ['data', 'triage'] }
    expect(redacted(body)).to.deep.equal(body)
  })

  it('every other text and number leaves a fingerprint; yes, no and nothing say nothing', () => {
    expect(redacted({ password: 'hidden', pin: 4711, remember: true, hint: null })).to.deep.equal({
      password: fingerprint('hidden'),
      pin: fingerprint('4711'),
      remember: true,
      hint: null,
    })
  })

  it('a field inside an object is looked up by itself, in a listed field and in an unlisted one', () => {
    const body = { message: { password: 'hidden', status: 'sent' }, secrets: { status: 'new', pin: 4711 } }
    expect(redacted(body)).to.deep.equal({
      message: { password: fingerprint('hidden'), status: 'sent' },
      secrets: { status: 'new', pin: fingerprint('4711') },
    })
  })

  it('a list is kept or withheld as its field is, and objects in it are looked into', () => {
    const body = { permissions: ['read', 'write'], codes: ['hidden', 4711, ['deep']], agents: [{ key: 'k' }] }
    expect(redacted(body)).to.deep.equal({
      permissions: ['read', 'write'],
      codes: [fingerprint('hidden'), fingerprint('4711'), [fingerprint('deep')]],
      agents: [{ key: fingerprint('k') }],
    })
    expect(redacted(['hidden'])).to.deep.equal([fingerprint('hidden')])
  })

  it('a token inside a listed field is withheld, and the words around it stay', () => {
    const { detail } = redacted({ detail: `the pass ${TOKEN} is no good, ${TOKEN}` }) as { detail: string }
    expect(detail).to.equal(`the pass ${fingerprint(TOKEN)} is no good, ${fingerprint(TOKEN)}`)
  })

  it('a value too long to prove anything is withheld even in a listed field', () => {
    const longest = 'x'.repeat(10_000)
    expect(redacted({ content: longest })).to.deep.equal({ content: longest })
    expect(redacted({ content: `${longest}y` })).to.deep.equal({ content: fingerprint(`${longest}y`) })
  })

  it('nothing remains when it is no JSON, and none of a bare value', () => {
    for (const text of ['<html>hidden</html>', 'access_token=hidden', '{"status":"hidden"', '"hidden"']) {
      expect(redactText(text).replaceAll('"', '')).to.match(WITHHELD)
    }
    expect(redactText('')).to.equal('')
  })
})

describe('Of an address', () => {
  it('the way to a place is kept, and the parameters that are listed', () => {
    const address = 'https://api.example/api/threads/t-1?limit=10&offset=0&q=payroll'
    expect(redactUrl(address)).to.equal(address)
  })

  it('every other parameter leaves a fingerprint', () => {
    const { searchParams } = new URL(
      redactUrl('https://auth.example/cb?code=4711&state=4712&provider=google'),
    )
    expect(Object.fromEntries(searchParams)).to.deep.equal({
      code: fingerprint('4711'),
      state: fingerprint('4712'),
      provider: 'google',
    })
  })

  it('a parameter that comes twice hides neither time', () => {
    expect(redactUrl('https://auth.example/cb?code=4711&code=4712')).not.to.match(/4711|4712/)
  })

  it('a fragment is withheld as a whole', () => {
    const told = redactUrl(`https://app.example/auth/callback#access_token=${TOKEN}&status=4711`)
    expect(told)
      .to.match(/^https:\/\/app\.example\/auth\/callback#/)
      .and.not.match(/eyJ|4711|status/)
  })

  it('nothing remains when it is no address, and none is none', () => {
    expect(redactUrl('/auth/callback?code=4711')).to.match(WITHHELD)
    expect(redactUrl('')).to.equal('')
  })
})
