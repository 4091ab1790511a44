import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readFrame } from '#contract/frames'
import type { WireFrame } from '#wire/exchange'
import { LineNames } from './line-names.ts'

const TIME = { timestamp: '2026-01-02T03:04:05Z' }

function welcome(connection: number, connection_id: string): WireFrame {
  const limits = { heartbeat_interval_seconds: 1, max_message_bytes: 65_536 }
  const payload = { connection_id, user_id: 'u-1', server_time: TIME.timestamp, ...limits }
  return heard(connection, { type: 'connection_established', payload })
}

function error(client_message_id?: string): WireFrame {
  const said = { error_code: 'RATE_LIMITED', error_message: 'Too many.' }
  return heard(2, { type: 'error_message', ...said, payload: { client_message_id } })
}

function heard(connection: number, frame: object): WireFrame {
  const text = JSON.stringify({ ...frame, ...TIME })
  return { connection, person: 'Asha', direction: 'received', text, parsed: readFrame(text), at: 1 }
}

function sent(name: unknown): WireFrame {
  const text = JSON.stringify({ type: 'user_message', payload: { client_message_id: name } })
  return { connection: 1, person: 'Asha', direction: 'sent', text, parsed: undefined, at: 0 }
}

function findings(...frames: readonly WireFrame[]): string[] {
  const names = new LineNames()
  for (const frame of frames) names.note(frame)
  return names.findings.map(({ text }) => text)
}

describe('What lines and messages are called', () => {
  it('is their own, and what was sent, on whichever line', () => {
    const lines = [welcome(1, 'c-1'), welcome(2, 'c-2'), welcome(2, 'c-2')]
    expect(findings(...lines, sent('m "1"'), error('m "1"'), error())).to.deep.equal([])
  })

  it('is found out where two lines are called alike', () => {
    expect(findings(welcome(1, 'c-1'), welcome(2, 'c-1'), welcome(3, 'c-1'))).to.deep.equal([
      "Asha's line is called c-1 in a frame on line 2 at +1 ms, as another was in a frame on line 1 at +1 ms",
    ])
  })

  it('is found out where a pong answers what was not said', () => {
    const pong = (nonce: string): WireFrame => heard(1, { type: 'pong', payload: { nonce } })
    const ping = { ...sent('-'), text: JSON.stringify({ type: 'ping', payload: { nonce: 'n-1' } }) }
    expect(findings(ping, pong('n-1'), pong('n'))).to.deep.equal([
      'Asha is told pong of n in a frame on line 1 at +1 ms, and has sent none such',
    ])
  })

  it('is found out where a message is taken under another name than it has', () => {
    const ids = { thread_id: 't-1', run_id: 'r-1' }
    const taken = (client_message_id: string): WireFrame =>
      heard(1, { type: 'message_accepted', payload: { client_message_id, ...ids } })
    expect(findings(sent('m-1 '), taken('m-1 '))).to.deep.equal([])
    expect(findings(sent('m-1 '), taken('m-1'))).to.have.length(1)
  })

  it('is found out where an error is about a message that was not sent', () => {
    expect(findings(sent('m-1'), sent(7), error('m-2'))).to.deep.equal([
      'Asha is told error_message of m-2 in a frame on line 2 at +1 ms, and has sent none such',
    ])
  })
})
