import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readFrame } from '#contract/frames'
import { exchange } from '#testing/exchange'
import { BelongingsWatch } from '#monitors/belongings'

const EPOCH = Date.parse('2026-01-02T03:04:05Z')
const at = (seconds: number): string => new Date(EPOCH + seconds * 1000).toISOString()

/** What is found when a line says this, ten seconds after the scenario began, and a call is refused so. */
function findings(frame: object, refusal: object = {}): string[] {
  const watch = new BelongingsWatch({ auth: 0, backend: 0 }, () => EPOCH + 1)
  const text = JSON.stringify(frame)
  const denied = { error: true, error_code: 'NOT_FOUND', message: 'No.', details: { status_code: 404 } }
  const body = JSON.stringify({ ...denied, trace_id: 't', timestamp: at(0), ...refusal })
  const request = { method: 'GET', url: 'https://api.example.org/api/threads/t-1', headers: {} }
  watch.exchange(exchange({ request, status: 404, body }))
  const heard = { connection: 1, person: 'Asha', direction: 'received', at: 10_000 } as const
  const ping = JSON.stringify({ type: 'ping', payload: { nonce: '1' } })
  watch.frame({ ...heard, direction: 'sent', text: ping, parsed: undefined })
  watch.frame({ ...heard, text, parsed: readFrame(text) })
  return watch.findings.map(({ text: told }) => told)
}

const pong = (timestamp: string): object => ({ type: 'pong', timestamp, payload: { nonce: '1' } })
const welcome = (server_time: string): object => ({
  ...{ type: 'connection_established', timestamp: at(10) },
  payload: {
    ...{ connection_id: 'c-1', user_id: 'u-1', server_time },
    ...{ heartbeat_interval_seconds: 1, max_message_bytes: 65_536 },
  },
})

describe('The time that a frame carries', () => {
  it('is that of its arrival, by clocks that may differ', () => {
    for (const seconds of [6, 10, 14]) expect(findings(pong(at(seconds)))).to.deep.equal([])
    expect(findings(welcome(at(9)))).to.deep.equal([])
  })

  it('is found out when it is another', () => {
    expect(findings(pong(at(-60)))).to.deep.equal([
      "Asha's frame pong came as a frame on line 1 at +10000 ms, dated 2026-01-02T03:03:05.000Z, 69 s before that",
    ])
    expect(findings(welcome(at(-3600)))[0]).to.match(/server's time .* 3609 s before that/)
  })
})

describe('The time of a refusal', () => {
  it('is found out when it is not that of the call', () => {
    expect(findings(pong(at(10)), { timestamp: '1970-01-01T00:00:00.000Z' })[0]).to.match(
      /^Asha's refusal was told, and dated 1970-01-01T00:00:00.000Z, \d+ s before that, in exchange 3/,
    )
  })
})
