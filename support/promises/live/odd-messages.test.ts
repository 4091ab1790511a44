import { describe, it } from 'node:test'
import { expect } from 'chai'
import { oddMessages } from './odd-messages.ts'

describe('Odd messages', () => {
  const all = oddMessages('thread_1')
  const textOf = (what: string): string | undefined => all.find((message) => message.what === what)?.text

  it('are of every kind, with each field left out, null and senseless', () => {
    expect(textOf('resume without after')).to.equal('{"type":"resume","payload":{"thread_id":"thread_1"}}')
    expect(textOf('ping with nonce null')).to.equal('{"type":"ping","payload":{"nonce":null}}')
    expect(textOf('stop_run with run_id 7')).to.equal('{"type":"stop_run","payload":{"run_id":7}}')
    expect(textOf('resume with after "all"')).to.include('"after":"all"')
    expect(textOf('reauthenticate with token {"$ne":""}')).to.include('{"$ne":""}')
  })

  it('are all different, and say what is odd', () => {
    expect(new Set(all.map(({ what }) => what)).size).to.equal(all.length)
  })

  it('may have no payload at all, or none to speak of', () => {
    expect(all.filter(({ isShapeless }) => isShapeless).map(({ text }) => text)).to.include.members([
      '{"type":"ping"}',
      '{"type":"ping","payload":null}',
    ])
  })
})
