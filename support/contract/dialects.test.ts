import { describe, it } from 'node:test'
import { expect } from 'chai'
import { acknowledgementOf, dialectOf, type Dialect } from './dialects.ts'
import { misfitsIn, readFrame } from './frames.ts'

const AT = '2026-11-30T03:00:00.250Z'
const SECONDS = Date.parse(AT) / 1_000
const OWN = 'user_7f3a91c2-aaaa'
const RUN = { user_id: OWN, thread_id: 't-1', run_id: 'r-1', agent_name: 'data' }

const WELCOMES: Readonly<Record<Dialect, object>> = {
  canonical: {
    ...{ type: 'connection_established', timestamp: AT },
    payload: {
      ...{ connection_id: 'c-1', user_id: OWN, server_time: AT },
      ...{ heartbeat_interval_seconds: 2, max_message_bytes: 65_536 },
    },
  },
  sep08: {
    ...{ type: 'system_message', timestamp: SECONDS },
    data: {
      ...{ event: 'connection_established', connection_id: 'c-1', user_id: OWN, server_time: SECONDS },
      config: { heartbeat_interval: 2, max_message_size: 8_192 },
    },
  },
  sep15: {
    ...{ type: 'connect', timestamp: SECONDS, server_id: 's' },
    data: { mode: 'main', user_id: 'user_7f3...', connection_id: 'c-1' },
  },
  oct25: { type: 'connection_established', timestamp: AT, data: { connection_id: 'c-1', user_id: OWN } },
}

const heard = (said: object, dialect: Dialect | undefined) =>
  readFrame(JSON.stringify(said), { dialect, owner: OWN })

describe('What a live line speaks', () => {
  for (const [name, welcome] of Object.entries(WELCOMES)) {
    it(`is found out by its welcome: ${name}`, () => {
      const dialect = dialectOf(welcome)
      expect(dialect).to.equal(name)
      const frame = heard(welcome, dialect)
      expect(frame).to.deep.include({ type: 'connection_established', timestamp: AT })
      expect(frame).to.have.nested.property('payload.user_id', OWN)
      const told = misfitsIn(frame).map(({ weight }) => weight)
      expect(told).to.not.include('breaks')
      expect(told.length > 0).to.equal(name !== 'canonical')
    })
  }

  const THOUGHTS: readonly [Dialect, object][] = [
    [
      'sep08',
      { ...{ type: 'agent_thinking', event: 'agent_thinking', ...RUN, thought: 'so' }, timestamp: SECONDS },
    ],
    ['sep15', { type: 'agent_thinking', ...RUN, data: { reasoning: 'so', step_number: 1 }, timestamp: AT }],
    [
      'oct25',
      {
        type: 'system_message',
        event: 'agent_thinking',
        payload: { ...RUN, thought: 'so' },
        timestamp: SECONDS,
      },
    ],
  ]
  for (const [dialect, said] of THOUGHTS) {
    it(`is read in the contract's words: ${dialect}`, () => {
      const frame = heard({ ...said, step_number: 1, sequence: 4, event_id: 'e-4' }, dialect)
      expect(frame).to.deep.include({ type: 'agent_thinking', timestamp: AT, sequence: 4, event_id: 'e-4' })
      expect(frame)
        .to.have.property('payload')
        .that.deep.includes({ ...RUN, reasoning: 'so', step_number: 1 })
    })
  }

  it('tells of errors by either name', () => {
    for (const [dialect, said] of [
      [
        'sep15',
        { type: 'error_message', data: { error_code: 'X', error_message: 'No.' }, timestamp: SECONDS },
      ],
      ['oct25', { type: 'error', error_code: 'X', message: 'No.', timestamp: SECONDS }],
    ] as const)
      expect(heard(said, dialect)).to.deep.include({
        type: 'error_message',
        error_code: 'X',
        error_message: 'No.',
      })
  })

  it('passes over what is said before the welcome, and only then', () => {
    const early = { event: 'starting', message_type: 'initialization_progress', message: 'Starting' }
    expect(heard(early, undefined)).to.have.property('kind', 'without a type')
    const beat = { type: 'heartbeat', timestamp: AT, payload: {} }
    expect(heard(beat, undefined)).to.have.property('kind', 'heartbeat')
    expect(heard({ status: 'starting' }, undefined)).to.have.property('kind', 'without a type')
    expect(heard({ type: 'startup', phase: 1 }, undefined)).to.have.property('kind', 'startup')
    expect(heard({ type: 'startup', sequence: 1 }, undefined)).not.to.have.property('kind')
    expect(heard(early, 'canonical')).to.include({ type: 'unreadable' }).and.not.have.property('kind')
  })

  it('takes nobody for the owner whose id begins otherwise', () => {
    const demo = { ...WELCOMES.sep15, data: { mode: 'main', user_id: 'demo-use...', connection_id: 'c-1' } }
    expect(heard(demo, 'sep15')).to.have.nested.property('payload.user_id', 'demo-use...')
  })

  it('does not forgive the contract its own words', () => {
    const wrapped = { ...{ type: 'pong', timestamp: AT }, data: { nonce: 'n' } }
    expect(heard(wrapped, 'canonical')).to.include({ type: 'unreadable' })
  })

  it('acknowledges a handshake that the server leads', () => {
    expect(acknowledgementOf({ type: 'handshake_response', thread_id: 't-9' })).to.include({
      type: 'handshake_acknowledged',
      thread_id: 't-9',
    })
    expect(acknowledgementOf(WELCOMES.canonical)).to.equal(undefined)
  })
})
