import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readFrame } from '#contract/frames'
import { exchange } from '#testing/exchange'
import { History } from './history.ts'

const END = { connection: 2, person: 'Bram', code: 1008, reason: 'expired', at: 9, ours: false }

describe('The history', () => {
  it('keeps bodies, headers, frames and farewells, in order', () => {
    const history = new History()
    history.exchange(exchange({ body: '{}', headers: { a: '1', b: '2' } }))
    history.frame({ connection: 2, person: 'Bram', direction: 'received', text: 'hello', at: 3 })
    history.connectionEnd(END)
    expect(history.received.map(({ person, part, text }) => [person, part, text])).to.deep.equal([
      ['Asha', 'body', '{}'],
      ['Asha', 'headers', 'a: 1\nb: 2'],
      ['Bram', 'frame', 'hello'],
      ['Bram', 'close', 'expired'],
    ])
  })

  it('keeps nothing that is empty, and nothing that the suite said', () => {
    const history = new History()
    history.exchange(exchange({ status: 204 }))
    history.frame({ connection: 2, person: 'Bram', direction: 'sent', text: 'hello', at: 3 })
    history.connectionEnd({ ...END, reason: '' })
    history.connectionEnd({ ...END, ours: true })
    expect(history.received).to.deep.equal([])
  })

  it('keeps nothing of an error that only repeats which run somebody has named herself, on that line', () => {
    const history = new History()
    const error = JSON.stringify({
      ...{ type: 'error_message', timestamp: '2026-11-27T10:00:00.000Z', payload: { run_id: 'run_1' } },
      ...{ error_code: 'THREAD_NOT_FOUND', error_message: 'Not found' },
    })
    const named = JSON.stringify({ type: 'stop_run', payload: { run_id: 'run_1' } })
    const told = {
      person: 'Bram',
      at: 3,
      direction: 'received' as const,
      text: error,
      parsed: readFrame(error),
    }
    history.frame({ connection: 2, person: 'Bram', direction: 'sent', text: named, at: 1 })
    history.frame({ ...told, connection: 2 })
    history.frame({ ...told, connection: 3 })
    expect(history.received.map(({ text }) => text.includes('run_1'))).to.deep.equal([false, true])
  })
})
