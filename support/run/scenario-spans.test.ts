import { execFileSync } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import type { Exchange } from '#wire/exchange'
import { ScenarioSpans } from './scenario-spans.ts'

interface SentSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly status: { readonly code?: number }
  readonly attributes: readonly { readonly key: string; readonly value: object }[]
}

interface SentSpans {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[]
  }[]
}

const ID = '00f067aa0ba902b7'

function call(more: Partial<Exchange> = {}): Exchange {
  const headers = { traceparent: `00-4bf92f3577b34da6a3ce929d0e0e4736-${ID}-01` }
  const request = { method: 'GET', url: 'http://127.0.0.1:9/auth/me?token=4711', headers }
  const response = { status: 200, headers: {}, body: '' }
  const known = { number: 1, person: 'Asha', service: 'auth', at: 10, elapsedMs: 5 } as const
  return { ...known, request, response, ...more }
}

describe('The trace of a scenario', () => {
  const sent: SentSpan[] = []
  let server: Server
  let url: string

  before(async () => {
    server = createServer((request, response) => {
      void text(request).then((body) => {
        const { resourceSpans } = JSON.parse(body) as SentSpans
        sent.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)))
        response.end('{}')
      })
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`
  })
  after(() => server.close())

  async function sentOf(act: (spans: ScenarioSpans) => void, red: string[] = []): Promise<SentSpan[]> {
    const spans = new ScenarioSpans('A promise', { 'netra.scenario': 'AUTH-1' })
    sent.length = 0
    act(spans)
    expect(await spans.send(url, red)).to.equal(undefined)
    expect(new Set(sent.map(({ traceId }) => traceId))).to.deep.equal(new Set([spans.traceId]))
    return [...sent]
  }

  it('has a call within its step, and the step within the scenario', async () => {
    const [ofCall, ofStep, ofScenario] = await sentOf((spans) => {
      spans.beginStep('she signs in')
      spans.exchange(call({ route: 'GET /auth/me' }))
      spans.endStep(false)
    })
    expect([ofCall?.name, ofStep?.name, ofScenario?.name]).to.deep.equal([
      'GET /auth/me',
      'she signs in',
      'A promise',
    ])
    expect(ofCall?.parentSpanId).to.equal(ofStep?.spanId)
    expect(ofStep?.parentSpanId).to.equal(ofScenario?.spanId)
    expect(ofScenario?.parentSpanId ?? '').to.equal('')
  })

  it('knows a call by the id that it was sent with, and tells no query', async () => {
    const [ofCall] = await sentOf((spans) => spans.exchange(call()))
    expect(ofCall?.spanId).to.equal(ID)
    expect(JSON.stringify(ofCall)).to.contain('/auth/me').and.not.contain('4711')
  })

  it('has what belongs to no step within the scenario', async () => {
    const [ofCall, ofScenario] = await sentOf((spans) => spans.exchange(call()))
    expect(ofCall?.parentSpanId).to.equal(ofScenario?.spanId)
  })

  it('says what has failed', async () => {
    const failure = { code: 'ECONNRESET', message: 'read ECONNRESET' }
    const spans = await sentOf(
      (all) => {
        all.exchange(call({ response: undefined, failure }))
        all.beginStep('she signs in')
      },
      ['AUTH-1.works'],
    )
    expect(spans.map(({ status }) => status.code)).to.deep.equal([2, 2, 2])
    expect(JSON.stringify(spans)).to.contain('ECONNRESET').and.contain('AUTH-1.works')
  })

  it('says why it could not be sent', async () => {
    const spans = new ScenarioSpans('A promise', {})
    expect(await spans.send('http://127.0.0.1:9/v1/traces', [])).to.contain('ECONNREFUSED')
    expect(await new ScenarioSpans('A promise', {}).send('nowhere/v1/traces', [])).to.contain('nowhere')
  })
})

describe('What records a trace', () => {
  it('is not loaded where nobody collects any', () => {
    const script = `require('./support/run/tracing.ts')
      process.stdout.write(Object.keys(require.cache).some((file) => file.includes('opentelemetry')) ? 'yes' : 'no')`
    const words = ['--require', 'ts-node/register', '--eval', script]
    expect(execFileSync(process.execPath, words, { encoding: 'utf8' })).to.equal('no')
  })
})
