import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { expect } from 'chai'
import { exchange } from '#testing/exchange'
import type { WireFrame } from '#wire/exchange'
import { Recorder } from './recorder.ts'

const folder = mkdtempSync(join(tmpdir(), 'netra-recorder-'))

const EXCHANGE = exchange({ number: 1, body: '{"total":0}' })

const frame = (text: string, more: Partial<WireFrame> = {}): WireFrame => ({
  connection: 1,
  person: 'Asha',
  direction: 'received',
  text,
  at: 20.6,
  ...more,
})

/** What is in a sealed folder's list of frames. */
function framesOf(recorder: Recorder, name: string): unknown[] {
  recorder.seal(join(folder, name), {})
  const lines = readFileSync(join(folder, name, 'frames.ndjson'), 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => JSON.parse(line) as unknown)
}

describe('The recorder', () => {
  after(() => rmSync(folder, { recursive: true }))

  it('seals what it has into files, each with the hash of what is in it', () => {
    const recorder = new Recorder()
    recorder.exchange(EXCHANGE)
    recorder.frame(frame('{"type":"pong"}'))
    const place = join(folder, 'deeply', 'AUTH-1')
    const exhibits = recorder.seal(place, { 'checks.txt': '✔ kept\n' })
    expect(exhibits.map(({ name }) => name)).to.deep.equal(['exchanges.har', 'frames.ndjson', 'checks.txt'])
    expect(readdirSync(place)).to.have.members(exhibits.map(({ name }) => name))
    for (const { name, sha256 } of exhibits) {
      const content = readFileSync(join(place, name))
      expect(content.length).to.be.above(0)
      expect(createHash('sha256').update(content).digest('hex')).to.equal(sha256)
    }
    expect(readFileSync(join(place, 'checks.txt'), 'utf8')).to.equal('✔ kept\n')
  })

  it('keeps every exchange and every frame, and says how many', () => {
    const recorder = new Recorder()
    for (const number of [1, 2, 3]) recorder.exchange({ ...EXCHANGE, number })
    recorder.frame(frame('{}'))
    expect([recorder.exchanges, recorder.frames]).to.deep.equal([3, 1])
    recorder.seal(join(folder, 'many'), {})
    const har = JSON.parse(readFileSync(join(folder, 'many', 'exchanges.har'), 'utf8')) as {
      log: { entries: { _number: number }[] }
    }
    expect(har.log.entries.map(({ _number }) => _number)).to.deep.equal([1, 2, 3])
  })

  it('keeps frames and the ends of lines on one clock, in order, with who and which way', () => {
    const recorder = new Recorder()
    recorder.frame(frame('{"type":"ping"}', { direction: 'sent', at: 10.2 }))
    recorder.frame(frame('{"type":"pong"}', { at: 11.7 }))
    recorder.connectionEnd({
      connection: 1,
      person: 'Asha',
      code: 1008,
      reason: 'signed out',
      ours: false,
      at: 30,
    })
    recorder.connectionEnd({ connection: 2, person: 'Bram', code: 1000, reason: '', ours: true, at: 31 })
    expect(framesOf(recorder, 'order')).to.deep.equal([
      { at: 10, connection: 1, person: 'Asha', direction: 'sent', frame: { type: 'ping' } },
      { at: 12, connection: 1, person: 'Asha', direction: 'received', frame: { type: 'pong' } },
      { at: 30, connection: 1, person: 'Asha', ended: { code: 1008, reason: 'signed out', by: 'platform' } },
      { at: 31, connection: 2, person: 'Bram', ended: { code: 1000, reason: '', by: 'suite' } },
    ])
  })

  it('withholds of a frame what may not be kept, and a frame that is no JSON as a whole', () => {
    const recorder = new Recorder()
    recorder.frame(frame('{"type":"reauthenticate","payload":{"token":"hidden"}}', { direction: 'sent' }))
    recorder.frame(frame('hidden, and no JSON'))
    expect(JSON.stringify(framesOf(recorder, 'withheld')))
      .to.contain('"type":"reauthenticate"')
      .and.match(/"frame":"\[withheld: 19 characters, #[0-9a-f]{4}\]"/)
      .and.not.contain('hidden')
  })

  it('seals a scenario in which nothing passed, too', () => {
    expect(framesOf(new Recorder(), 'nothing')).to.deep.equal([])
  })
})
