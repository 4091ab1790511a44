import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readFrame } from '#contract/frames'
import { exchange, unanswered } from '#testing/exchange'
import type { ConnectionEnd, WireFrame } from '#wire/exchange'
import { FaultWatch } from './faults.ts'

const CALL = "Asha's GET /api/threads (exchange 3)"

function received(frame: object, person = 'Asha'): WireFrame {
  const text = JSON.stringify({ timestamp: '2026-01-02T03:04:05Z', ...frame })
  return { connection: 2, person, direction: 'received', text, parsed: readFrame(text), at: 5 }
}

const RUN = { user_id: 'u', thread_id: 't', run_id: 'r', agent_name: 'data' }
const ENDED: ConnectionEnd = { connection: 2, person: 'Asha', code: 1011, reason: 'oops', ours: false, at: 9 }

/** What is found, unless somebody claims it. */
function findings(watch: (faults: FaultWatch) => void): string[] {
  const faults = new FaultWatch()
  watch(faults)
  return faults.findings.map(({ text }) => text)
}

describe('A fault that nobody has asked for', () => {
  for (const status of [429, 500, 502, 503, 599]) {
    it(`is an answer of ${status}`, () => {
      expect(findings((faults) => faults.exchange(exchange({ status })))).to.deep.equal([
        `${CALL} was answered ${status}`,
      ])
    })
  }

  it('is a call that got no answer', () => {
    const lost = unanswered('ECONNRESET')
    expect(findings((faults) => faults.exchange(lost))).to.deep.equal([`${CALL} got no answer: ECONNRESET`])
  })

  it('is a line that was ended by the platform', () => {
    expect(findings((faults) => faults.connectionEnd(ENDED))).to.deep.equal([
      "Asha's line 2 was ended by the platform: 1011 oops",
    ])
    expect(findings((faults) => faults.connectionEnd({ ...ENDED, reason: '' }))).to.deep.equal([
      "Asha's line 2 was ended by the platform: 1011",
    ])
  })

  it('is an agent that failed', () => {
    const payload = { ...RUN, error_code: 'NO_MODEL', message: 'No.', recoverable: false }
    const frame = received({ type: 'agent_error', event_id: 'e', sequence: 1, payload })
    expect(findings((faults) => faults.frame(frame))).to.deep.equal([
      'Asha was told on line 2 that data failed: NO_MODEL',
    ])
  })

  it('is an agent that failed, unless it can be mended and is done in the end', () => {
    const told = (type: string, more: object, agent_name = 'data'): WireFrame =>
      received({ type, event_id: 'e', sequence: 1, payload: { ...RUN, agent_name, ...more } })
    const failed = (recoverable: boolean, agent = 'data'): WireFrame =>
      told('agent_error', { error_code: 'TIMEOUT', message: 'No.', recoverable }, agent)
    const count = (...frames: readonly WireFrame[]): number =>
      findings((faults) => frames.forEach((frame) => faults.frame(frame))).length
    const done = told('agent_completed', { result: 'Found.' })
    expect(count(failed(true), done)).to.equal(0)
    expect(count(done, failed(true))).to.equal(1)
    expect(count(failed(false), done)).to.equal(1)
    expect(
      count(failed(true, 'supervisor'), told('agent_completed', { result: 'x' }, 'supervisor')),
    ).to.equal(1)
  })

  it('is an error that was told on a line', () => {
    const frame = received({
      type: 'error_message',
      error_code: 'UNKNOWN_TYPE',
      error_message: 'No.',
      payload: {},
    })
    expect(findings((faults) => faults.frame(frame))).to.deep.equal([
      'Asha was told of an error on line 2: UNKNOWN_TYPE',
    ])
  })

  it('is whatever else was reported', () => {
    const trouble = 'oauth is configured and was refused'
    expect(findings((faults) => faults.report(trouble))).to.deep.equal([trouble])
  })

  it('never tells more of an address than the way', () => {
    expect(findings((faults) => faults.exchange(exchange({ status: 500 }))).join()).not.to.contain('hidden')
  })
})

describe('No fault', () => {
  it('is an answer that only refuses, or a trouble of the outside provider', () => {
    const told = findings((faults) => {
      for (const status of [200, 302, 401, 404, 422, 428, 499]) faults.exchange(exchange({ status }))
      faults.exchange(exchange({ status: 500, service: 'outside' }))
    })
    expect(told).to.deep.equal([])
  })

  it('is a line that the suite itself has ended', () => {
    expect(findings((faults) => faults.connectionEnd({ ...ENDED, ours: true }))).to.deep.equal([])
  })

  it('is to be refused on a line, which has told nothing else and ends for it', () => {
    const error = { type: 'error_message', error_code: 'AUTH_FAILED', error_message: 'No.', payload: {} }
    const welcome = { type: 'heartbeat', payload: { connection_id: 'c' } }
    const told = (code: number, ...frames: readonly object[]): number =>
      findings((faults) => {
        for (const frame of frames) faults.frame(received(frame))
        faults.connectionEnd({ ...ENDED, code })
      }).length
    expect(told(1008, error)).to.equal(0)
    expect([told(1011, error), told(1008, welcome, error), told(1008, error, welcome)]).to.deep.equal([
      2, 2, 2,
    ])
  })

  it('is why a line ends that was meant to end, and is one with its end where it was not', () => {
    const reason = received({
      type: 'error_message',
      error_code: 'AUTH_FAILED',
      error_message: 'No.',
      payload: {},
    })
    const welcome = received({ type: 'heartbeat', payload: { connection_id: 'c' } })
    const end = { ...ENDED, code: 1008, reason: '' }
    const play = (faults: FaultWatch): void => {
      for (const frame of [welcome, reason]) faults.frame(frame)
      faults.connectionEnd(end)
    }
    expect(findings(play)).to.have.length(2)
    const claimed = findings((faults) => {
      faults.expectClose(2)
      play(faults)
    })
    expect(claimed).to.deep.equal([])
    const more = findings((faults) => {
      faults.expectClose(2)
      for (const frame of [reason, welcome]) faults.frame(frame)
      faults.connectionEnd(end)
    })
    expect(more).to.deep.equal(['Asha was told of an error on line 2: AUTH_FAILED'])
  })

  it('is why a line ends on which too much was sent, whatever it is called, where the end was meant', () => {
    const error = { type: 'error_message', error_code: 'TOO_LARGE', error_message: 'No.', payload: {} }
    const told = (code: number): number =>
      findings((faults) => {
        faults.expectClose(2)
        faults.frame(received(error))
        faults.connectionEnd({ ...ENDED, code })
      }).length
    expect([told(1009), told(1011)]).to.deep.equal([0, 1])
  })

  it('is a frame that tells of nothing bad, nor one that is sent', () => {
    const told = findings((faults) => {
      faults.frame(received({ type: 'heartbeat', payload: { connection_id: 'c' } }))
      faults.frame({
        connection: 2,
        person: 'Asha',
        direction: 'sent',
        text: '{"type":"agent_error"}',
        at: 1,
      })
    })
    expect(told).to.deep.equal([])
  })
})

describe('A fault that a step meant to cause', () => {
  it('is claimed by the number of its exchange, before or after it came, and no other is', () => {
    const told = findings((faults) => {
      faults.expectExchange(3)
      faults.exchange(exchange({ status: 429 }))
      faults.exchange(exchange({ status: 503, number: 4 }))
      faults.exchange(exchange({ status: 500, number: 5 }))
      faults.expectExchange(5)
    })
    expect(told).to.deep.equal(["Asha's GET /api/threads (exchange 4) was answered 503"])
  })

  it('is claimed by the number of its line, and no other is', () => {
    const told = findings((faults) => {
      faults.expectClose(2)
      faults.connectionEnd(ENDED)
      faults.exchange(exchange({ status: 500, number: 2 }))
    })
    expect(told).to.deep.equal(["Asha's GET /api/threads (exchange 2) was answered 500"])
  })
})

const BEFALLS: Readonly<Record<string, (faults: FaultWatch, person: string) => void>> = {
  'an answer of 500': (faults, person) => faults.exchange(exchange({ person, status: 500 })),
  'an answer of 429': (faults, person) => faults.exchange(exchange({ person, status: 429 })),
  'a call that got no answer': (faults, person) => faults.exchange(unanswered('ECONNRESET', { person })),
  'a line that was ended': (faults, person) =>
    faults.connectionEnd({ connection: 2, person, code: 1011, reason: '', ours: false, at: 9 }),
  'an agent that failed': (faults, person) => {
    const payload = { ...RUN, error_code: 'NO_MODEL', message: 'No.', recoverable: false }
    faults.frame(received({ type: 'agent_error', event_id: 'e', sequence: 1, payload }, person))
  },
  'an error on a line': (faults, person) => {
    const error = { error_code: 'UNKNOWN_TYPE', error_message: 'No.' }
    faults.frame(received({ type: 'error_message', ...error, payload: {} }, person))
  },
}

describe('Somebody whom anything may befall', () => {
  for (const [what, befall] of Object.entries(BEFALLS)) {
    it(`is forgiven ${what}, before or after it came, and nobody else is`, () => {
      const faults = new FaultWatch()
      befall(faults, 'User 1')
      faults.expectAnyFaultOf('User 1')
      befall(faults, 'User 1')
      expect(faults.findings).to.deep.equal([])
      befall(faults, 'User 10')
      expect(faults.findings.map(({ text }) => text)).to.have.length(1)
      expect(faults.findings[0]?.text).to.match(/^User 10\b/)
    })
  }

  it('is not forgiven what went wrong apart from the wire, whatever it tells of', () => {
    const faults = new FaultWatch()
    faults.expectAnyFaultOf('User 1')
    faults.report('User 1')
    expect(faults.findings).to.deep.equal([{ text: 'User 1' }])
  })
})

describe('Other faults that a step meant to cause', () => {
  const { 'an agent that failed': failAgent, 'an error on a line': tellError } = BEFALLS

  it('are claimed by the run that was meant to fail, and by no other', () => {
    const faults = new FaultWatch()
    failAgent?.(faults, 'User 1')
    faults.expectRunFailure('another')
    expect(faults.findings).to.have.length(1)
    faults.expectRunFailure('r')
    expect(faults.findings).to.deep.equal([])
  })

  it('are claimed by the line and the code of an error, and not by one of them alone', () => {
    const faults = new FaultWatch()
    tellError?.(faults, 'User 1')
    faults.expectErrors(3, 'UNKNOWN_TYPE')
    faults.expectErrors(2, 'THREAD_NOT_FOUND')
    expect(faults.findings).to.have.length(1)
    faults.expectErrors(2, 'UNKNOWN_TYPE')
    expect(faults.findings).to.deep.equal([])
  })

  it('is claimed of a line that was lost, and of the one that was opened in its place', () => {
    const lost = { ...ENDED, code: 1012, regainedAs: 5 }
    const inPlace = { ...ENDED, connection: 5, code: 1008 }
    expect(findings((faults) => faults.connectionEnd(lost))).to.deep.equal([])
    for (const claimed of [2, 5]) {
      const found = findings((faults) => {
        faults.connectionEnd(lost)
        faults.expectClose(claimed)
        faults.connectionEnd(inPlace)
      })
      expect(found).to.deep.equal([])
    }
  })
})
