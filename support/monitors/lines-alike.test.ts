import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readFrame } from '#contract/frames'
import type { WireFrame } from '#wire/exchange'
import { LinesAlike } from './lines-alike.ts'

const START = Date.parse('2026-01-02T03:04:05.001Z')
const momentAt = (ms: number): string => new Date(START + ms).toISOString()

function heard(connection: number, at: number, frame: object): WireFrame {
  const text = JSON.stringify({ timestamp: momentAt(at), ...frame })
  return { connection, person: 'Asha', direction: 'received', text, parsed: readFrame(text), at }
}

const welcome = (connection: number, at: number, user = 'u-1'): WireFrame => {
  const limits = { heartbeat_interval_seconds: 30, max_message_bytes: 65_536 }
  const payload = { connection_id: `c-${connection}`, user_id: user, server_time: momentAt(at), ...limits }
  return heard(connection, at, { type: 'connection_established', payload })
}
const word = (connection: number, at: number, sequence: number, stamp = at): WireFrame => {
  const payload = { user_id: 'u-1', thread_id: 't-1', run_id: 'r-1', agent_name: 'data' }
  const numbered = { event_id: `e-${sequence}`, sequence, timestamp: momentAt(stamp) }
  const more = { reasoning: 'Well.', step_number: 1 }
  return heard(connection, at, { type: 'agent_thinking', ...numbered, payload: { ...payload, ...more } })
}
const resume = (connection: number, at: number): WireFrame => {
  const text = JSON.stringify({ type: 'resume', payload: { thread_id: 't-1', after: 0 } })
  return { connection, person: 'Asha', direction: 'sent', text, at }
}

function findings(
  frames: readonly WireFrame[],
  act: (lines: LinesAlike) => void = () => undefined,
): string[] {
  const lines = new LinesAlike()
  for (const frame of frames) lines.frame(frame)
  act(lines)
  return lines.findings(0).map(({ text }) => text)
}

const TWO = [welcome(1, 0), welcome(2, 0)]
const ended = (connection: number, at: number) => ({
  ...{ connection, person: 'Asha', code: 1000, reason: '', ours: true, at },
})

describe('Lines of one person', () => {
  it('are told alike, however late', () => {
    expect(findings([...TWO, word(1, 500, 1), word(2, 900, 1)])).to.deep.equal([])
  })

  it('are found out where one misses what another one is told', () => {
    expect(findings([...TWO, word(1, 500, 1), word(1, 510, 2)])).to.deep.equal([
      "Asha's line 2 was not told #1 of t-1 (a frame on line 1 at +500 ms) and 1 more",
    ])
  })

  it('may miss what comes as they come and go', () => {
    expect(findings([welcome(1, 0), welcome(2, 400), word(1, 500, 1)])).to.deep.equal([])
    expect(findings([...TWO, word(1, 500, 1)], (lines) => lines.connectionEnd(ended(2, 900)))).to.deep.equal(
      [],
    )
    expect(
      findings([...TWO, word(1, 500, 1)], (lines) => lines.connectionEnd(ended(2, 1_200))),
    ).to.have.length(1)
  })

  it('have been told whatever was said before they gave an answer', () => {
    const asked = (at: number): readonly WireFrame[] => {
      const ping = JSON.stringify({ type: 'ping', payload: { nonce: 'n-1' } })
      const sent = { connection: 2, person: 'Asha', direction: 'sent', text: ping, at } as const
      return [sent, heard(2, at + 5, { type: 'pong', payload: { nonce: 'n-1' } })]
    }
    const leave = (lines: LinesAlike): void => lines.connectionEnd(ended(2, 900))
    expect(findings([...TWO, word(1, 500, 1), ...asked(800)], leave)).to.have.length(1)
    expect(findings([...TWO, word(1, 500, 1), ...asked(600)], leave)).to.deep.equal([])
    expect(findings([...TWO, word(1, 500, 1), ...asked(800).slice(0, 1)], leave)).to.deep.equal([])
  })

  it('may miss everything where nobody listens, or another line has taken their place', () => {
    const unheard = { ...ended(2, 5_000), isUnheard: true } as const
    expect(findings([...TWO, word(1, 500, 1)], (lines) => lines.connectionEnd(unheard))).to.deep.equal([])
    const moved = { ...ended(2, 5_000), regainedAs: 3 }
    const frames = [...TWO, welcome(3, 5_000), word(1, 5_500, 1)]
    expect(findings(frames, (lines) => lines.connectionEnd(moved))).to.deep.equal([])
  })

  it('need not be told again what one of them has asked for', () => {
    expect(findings([...TWO, resume(1, 400), word(1, 500, 1)])).to.deep.equal([])
  })

  it('are told what is their owner’s alone', () => {
    expect(findings([welcome(1, 0), welcome(2, 0, 'u-2'), word(1, 500, 1)])).to.deep.equal([])
  })
})
