import { describe, it } from 'node:test'
import { expect } from 'chai'
import { sign } from 'jsonwebtoken'
import { exchange, unanswered } from '#testing/exchange'
import type { Exchange } from '#wire/exchange'
import { ContractWatch } from './contract.ts'
import { describeDeviation } from '#contract/deviation'
import { readFrame } from '#contract/frames'

const AT = '2026-01-02T03:04:05Z'
const ME = {
  user_id: 'u-1',
  email: 'asha@example.org',
  name: 'Asha',
  permissions: ['read'],
  created_at: AT,
  auth_provider: 'password',
  token_expires_at: AT,
}
const DENIED = {
  ...{ error: true, error_code: 'AUTH_FAILED', message: 'No.', details: { status_code: 401 } },
  ...{ trace_id: 't-1', timestamp: AT },
}
const THREADS = { threads: [], total: 0, limit: 20, offset: 0 }
const ECHO = { 'x-request-id': 'req-7f3c' }

interface Answer {
  readonly status?: number
  readonly body?: unknown
  readonly echo?: Readonly<Record<string, string>>
  readonly cache?: string
}

function answered(
  service: 'auth' | 'backend',
  route: string,
  { status = 200, body, echo = ECHO, cache = 'no-store' }: Answer,
): Exchange {
  const request = { method: 'GET', url: 'https://example.org/', headers: ECHO }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const headers = { 'cache-control': cache, ...echo }
  return exchange({ service, route, request, status, headers, body: text })
}

const me = (answer: Answer): Exchange => answered('auth', 'GET /auth/me', answer)
const threads = (answer: Answer): Exchange => answered('backend', 'GET /api/threads', answer)

function findings(...answers: readonly Exchange[]): string[] {
  const watch = new ContractWatch()
  for (const answer of answers) watch.exchange(answer)
  return watch.deviations.map(describeDeviation)
}

describe('An answer that keeps the contract', () => {
  const kept: Readonly<Record<string, Exchange>> = {
    'has all that is promised': me({ body: ME }),
    'has more than is promised': me({ body: { ...ME, avatar: 'owl' } }),
    'refuses as it may': me({ status: 401, body: { detail: 'Not signed in' } }),
    'has no body where none is promised': answered('auth', 'DELETE /auth/me', { status: 204, body: '' }),
    'echoes the request id': threads({ body: THREADS }),
    'comes by no route of the contract': answered('auth', 'GET /favicon.ico', { status: 418, body: '' }),
  }
  for (const [what, answer] of Object.entries(kept)) {
    it(`${what}, and nothing is found`, () => {
      expect(findings(answer)).to.deep.equal([])
    })
  }

  it('is not looked for where there was none, nor in a server fault, which is found as such', () => {
    expect(
      findings(
        unanswered('ECONNRESET', { service: 'auth', route: 'GET /auth/me' }),
        me({ status: 500, body: '<html>' }),
      ),
    ).to.deep.equal([])
  })
})

describe('An answer that breaks the contract', () => {
  const broken: Readonly<Record<string, readonly [Exchange, RegExp]>> = {
    'in its status': [
      me({ status: 418, body: ME }),
      /: answered 418, where the contract knows 200, 401 \(once/,
    ],
    'in a field that is missing': [me({ body: { ...ME, user_id: undefined } }), /: `user_id` is missing /],
    'by letting it be kept': [me({ body: ME, cache: 'private, max-age=60' }), /may be kept on the way/],
    'in the kind of a field': [
      me({ body: { ...ME, permissions: ['read', 7] } }),
      /: `permissions\[\]` is a number where text is due /,
    ],
    'in the form of a time': [
      me({ body: { ...ME, created_at: 'yesterday' } }),
      /: `created_at` is text where a time is due /,
    ],
    'by being none at all': [me({ body: '' }), /: the whole body is missing /],
    'by being no JSON': [me({ body: '<html></html>' }), /: the whole body is text where /],
    'by refusing without a reason': [me({ status: 401, body: {} }), / 401: `detail` is missing /],
    'in an error of the backend': [
      threads({ status: 401, body: { ...DENIED, error_code: '' } }),
      / 401: `error_code` is empty /,
    ],
  }
  for (const [how, [answer, finding]] of Object.entries(broken)) {
    it(`${how} is found, with its route and its place`, () => {
      const [text = '', ...more] = findings(answer)
      expect(text)
        .to.match(finding)
        .and.match(/^GET \S+.+ \(once in exchange 3\)$/)
      expect(more).to.deep.equal([])
    })
  }

  it('is done all the same where success has another number, and the body is as it is due', () => {
    const weights = (answer: Exchange): string[] => {
      const watch = new ContractWatch()
      watch.exchange(answer)
      return watch.deviations.map(({ text, weight }) => `${weight}: ${text.replace(/^\S+ \S+: /, '')}`)
    }
    const made = 'differs: answered 201, where the contract knows 200, 401'
    expect(weights(me({ status: 201, body: ME }))).to.deep.equal([made])
    expect(weights(me({ status: 201, body: { ...ME, user_id: undefined } }))).to.deep.equal([
      'breaks: `user_id` is missing',
      made,
    ])
    const gone = (body: string): Exchange => answered('auth', 'DELETE /auth/me', { status: 202, body })
    expect(weights(gone(''))).to.deep.equal(['differs: answered 202, where the contract knows 204, 401'])
    expect(weights(gone('{}'))).to.deep.equal(['breaks: answered 202, where the contract knows 204, 401'])
  })

  it("by not echoing the caller's request id is found, at the backend", () => {
    const echoes: Readonly<Record<string, string>>[] = [{}, { 'x-request-id': 'another' }]
    for (const echo of echoes) {
      expect(findings(threads({ body: THREADS, echo }))).to.deep.equal([
        "GET /api/threads: the caller's request id is not echoed (once in exchange 3)",
      ])
      expect(findings(me({ body: ME, echo }))).to.deep.equal([])
    }
  })
})

describe("An error of the backend, in its caller's trace", () => {
  const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
  const denied = (trace_id: string, traceparent: string | undefined): Exchange => {
    const answer = threads({ status: 401, body: { ...DENIED, trace_id } })
    const headers = { ...ECHO, ...(traceparent ? { traceparent } : {}) }
    return { ...answer, request: { ...answer.request, headers } }
  }

  it('names that trace; where there is none, it names its own', () => {
    expect(findings(denied(TRACE, `00-${TRACE}-00f067aa0ba902b7-01`))).to.deep.equal([])
    expect(findings(denied('t-2', undefined))).to.deep.equal([])
  })

  it('is found when it names another', () => {
    expect(findings(denied('t-2', `00-${TRACE}-00f067aa0ba902b7-01`))).to.deep.equal([
      "GET /api/threads 401: `trace_id` is not that of the caller's trace (once in exchange 3)",
    ])
  })
})

const frame = (type: string, payload: object, more: object = {}): string =>
  JSON.stringify({ type, timestamp: '2026-01-02T03:04:05Z', payload, ...more })

const WELCOME = frame('connection_established', {
  connection_id: 'c-1',
  user_id: 'u-1',
  server_time: '2026-01-02T03:04:05Z',
  heartbeat_interval_seconds: 25,
  max_message_bytes: 65_536,
})
const PONG = frame('pong', { nonce: 'n' })
const THOUGHT = frame(
  'agent_thinking',
  { user_id: 'u', thread_id: 't', run_id: 'r', agent_name: 'a', reasoning: '', step_number: 1 },
  { event_id: 'e', sequence: 1 },
)
const REFUSAL = frame('error_message', {}, { error_code: 'AUTH_FAILED', error_message: 'No.' })

/** What is found when a line is told these texts, one after the other. */
function findingsOn(...texts: readonly string[]): string[] {
  const watch = new ContractWatch()
  const place = { connection: 2, person: 'Asha', direction: 'received', at: 41.7 } as const
  for (const text of texts) watch.frame({ ...place, text, parsed: readFrame(text) })
  return watch.deviations.map(describeDeviation)
}

describe('A frame of a kind that nobody knows', () => {
  it('differs, where it is a frame like any other and no part of a story', () => {
    const weights = (text: string): string[] => {
      const watch = new ContractWatch()
      for (const each of [WELCOME, text]) {
        const place = { connection: 2, person: 'Asha', direction: 'received', at: 41.7 } as const
        watch.frame({ ...place, text: each, parsed: readFrame(each) })
      }
      return watch.deviations.map(({ weight }) => weight)
    }
    expect(weights(frame('system_notice', { text: 'Sunday' }))).to.deep.equal(['differs'])
    expect(weights(frame('agent_mused', {}, { sequence: 3 }))).to.deep.equal(['breaks'])
    expect(weights(frame('', {}))).to.deep.equal(['breaks'])
    expect(weights('{"type":"system_notice"}')).to.deep.equal(['breaks'])
  })
})

describe('A line that keeps the contract', () => {
  const kept: Readonly<Record<string, readonly string[]>> = {
    'begins with a welcome, once': [WELCOME, PONG, PONG],
    'may be refused with an error instead of a welcome': [REFUSAL],
    'may be told of an error later': [WELCOME, REFUSAL, PONG],
  }
  for (const [what, texts] of Object.entries(kept)) {
    it(`${what}, and nothing is found`, () => {
      expect(findingsOn(...texts)).to.deep.equal([])
    })
  }

  it('is not judged by what the suite itself has sent', () => {
    const watch = new ContractWatch()
    watch.frame({ connection: 2, person: 'Asha', direction: 'sent', text: 'hello', at: 1 })
    expect(watch.deviations).to.deep.equal([])
  })

  it('is welcomed for itself, as every other line is', () => {
    const watch = new ContractWatch()
    for (const connection of [1, 2]) {
      const place = { connection, person: 'Asha', direction: 'received', at: 1 } as const
      for (const text of [WELCOME, PONG]) watch.frame({ ...place, text, parsed: readFrame(text) })
    }
    expect(watch.deviations).to.deep.equal([])
  })
})

describe('A line that breaks the contract', () => {
  const broken: Readonly<Record<string, readonly [readonly string[], string]>> = {
    'by speaking before the welcome': [[PONG], 'frame pong: came before the welcome'],
    'by a second welcome': [[WELCOME, PONG, WELCOME], 'frame connection_established: came a second time'],
    'by a type that is not known': [
      [WELCOME, frame('gossip', {}, { sequence: 3 })],
      'none of the contract\'s: `type` is text where one of "connection_established", ',
    ],
    'by leaving out a field': [[WELCOME, frame('pong', {})], 'frame pong: `payload.nonce` is missing'],
    'by an empty thought': [[WELCOME, THOUGHT], 'frame agent_thinking: `payload.reasoning` is empty'],
    'by being no JSON': [[WELCOME, 'hello'], ': it is no frame'],
  }
  for (const [how, [texts, finding]] of Object.entries(broken)) {
    it(`${how} is found, with its place`, () => {
      const [text = '', ...more] = findingsOn(...texts)
      expect(text)
        .to.contain(finding)
        .and.match(/ \(once in a frame on line 2 at \+42 ms\)$/)
      expect(more).to.deep.equal([])
    })
  }
})

describe('Passes that live longer than is promised', () => {
  const CLAIMS = {
    ...{ sub: 'u-1', email: 'asha@example.org', permissions: [], jti: 'j-1', token_type: 'access' },
    ...{ iss: 'netra-auth-service', aud: 'netra-platform', iat: 1 },
  }
  const renewed = (life: number): Exchange => {
    const tokens = { access_token: sign({ ...CLAIMS, exp: 1 + life }, 's'), refresh_token: 'r' }
    const body = { ...tokens, token_type: 'Bearer', expires_in: life }
    return answered('auth', 'POST /auth/refresh', { body })
  }
  const red = (...lives: readonly number[]): string[] =>
    findings(...lives.map(renewed)).filter((text) => text.includes('another'))

  it('are told where all of them do, and broken where only some do', () => {
    expect(findings(renewed(1800), renewed(1800)).join()).to.match(/the pass lives 1800 s, of 900 s at most/)
    for (const lives of [
      [1800, 1800],
      [900, 60],
    ])
      expect(red(...lives)).to.deep.equal([])
    expect(red(900, 3600).join()).to.match(/one pass lives 900 s, another 3600 s, of 900 s at most/)
  })
})
