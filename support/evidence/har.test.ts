import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Exchange } from '#wire/exchange'
import { toHar } from './har.ts'
import { fingerprint } from './redaction.ts'

const EXCHANGE: Exchange = {
  number: 4,
  person: 'Asha',
  service: 'auth',
  request: {
    method: 'POST',
    url: 'https://auth.example/auth/login?code=4711',
    headers: { 'content-type': 'application/json', authorization: 'Bearer hidden' },
    body: '{"email":"asha@example.org","password":"hidden"}',
  },
  response: {
    status: 302,
    headers: { 'content-type': 'application/json', location: 'https://app.example/#pass=hidden' },
    body: '{"status":"success"}',
  },
  at: 1_500,
  elapsedMs: 12.345,
}
const STARTED_AT = new Date('2026-01-02T03:04:05.000Z')

interface Entry {
  readonly request: Record<string, unknown>
  readonly response: Record<string, unknown>
}

function entryOf(exchange: Exchange): Entry & Record<string, unknown> {
  const { log } = toHar([exchange], STARTED_AT) as { log: { entries: [Entry & Record<string, unknown>] } }
  return log.entries[0]
}

describe('An archive of exchanges', () => {
  it('is an HTTP Archive 1.2 with one entry for each, in order', () => {
    const { log } = toHar([EXCHANGE, { ...EXCHANGE, number: 5 }], STARTED_AT) as {
      log: { version: string; entries: { _number: number }[] }
    }
    expect(log.version).to.equal('1.2')
    expect(log.entries.map(({ _number }) => _number)).to.deep.equal([4, 5])
  })

  it('says who, when and how long', () => {
    expect(entryOf(EXCHANGE)).to.include({
      _person: 'Asha',
      _number: 4,
      _at: 1500,
      startedDateTime: '2026-01-02T03:04:06.500Z',
      time: 12.3,
    })
  })

  it('holds the request, without what must not be kept', () => {
    const { request } = entryOf(EXCHANGE)
    expect(request).to.deep.include({
      method: 'POST',
      headers: [
        { name: 'content-type', value: 'application/json' },
        { name: 'authorization', value: fingerprint('Bearer hidden') },
      ],
      bodySize: 48,
      postData: {
        mimeType: 'application/json',
        text: `{"email":"asha@example.org","password":"${fingerprint('hidden')}"}`,
      },
    })
    expect(request['url'])
      .to.match(/^https:\/\/auth\.example\/auth\/login\?code=/)
      .and.not.contain('4711')
  })

  it('holds the answer, without what must not be kept', () => {
    const { response } = entryOf(EXCHANGE)
    expect(response).to.deep.include({
      status: 302,
      content: { size: 20, mimeType: 'application/json', text: '{"status":"success"}' },
    })
    expect(response['redirectURL']).to.match(/^https:\/\/app\.example\/#/)
    expect(JSON.stringify(response)).not.to.contain('hidden')
  })

  it('says so when there was no answer, and why', () => {
    const failure = { code: 'ECONNRESET', message: 'reset' }
    const { response } = entryOf({ ...EXCHANGE, response: undefined, failure })
    expect(response).to.deep.include({ status: 0, statusText: 'ECONNRESET', headers: [], redirectURL: '' })
  })

  it('has no body for a request that had none', () => {
    const request = { ...EXCHANGE.request, body: undefined }
    expect(entryOf({ ...EXCHANGE, request }).request)
      .to.include({ bodySize: 0 })
      .and.not.have.key('postData')
  })
})
