import { describe, it } from 'node:test'
import { expect } from 'chai'
import { exchange } from '#testing/exchange'
import { FigureWatch } from './figures.ts'

/** What is found when Asha has said this, and Bram is told that. */
function told(said: string, text: string): string[] {
  const watch = new FigureWatch()
  watch.frame({ connection: 1, person: 'Asha', direction: 'sent', text: said, at: 1 })
  watch.frame({ connection: 2, person: 'Bram', direction: 'received', text, at: 5 })
  return watch.findings.map(({ text: found }) => found)
}

const SAID = '{"content":"My workload makes 3,141,592 requests a month"}'
const FOUND = ["Bram was told 3141592, which is a figure of Asha's, in a frame on line 2 at +5 ms"]

describe('A figure of one person', () => {
  const shown = ['3141592', '3,141,592', '3.141.592', "3'141'592", '3 141 592', '3\u202f141\u202f592']
  for (const figure of shown) {
    it(`is found in what another one is told: ${figure}`, () => {
      expect(told(SAID, `{"reasoning":"As with ${figure} requests"}`)).to.deep.equal(FOUND)
      expect(told(SAID, `{"requests":${figure}}`)).to.deep.equal(FOUND)
    })
  }

  for (const text of [
    '13141592',
    '3141592-7f3c',
    'id-3141592',
    'a3141592',
    '3141.592',
    '2026-11-29T21:12:26.950Z',
  ]) {
    it(`is not found in ${text}`, () => {
      expect(told(SAID, text)).to.deep.equal([])
    })
  }

  it('is anybody’s when it is round or short', () => {
    expect(
      told('per 1,000,000 tokens, 5,000,000 in all, 314,159 of them', '1000000 5,000,000 314159'),
    ).to.deep.equal([])
  })

  it('is nobody’s who names what another one was given before, as an id is', () => {
    const watch = new FigureWatch()
    const frame = (person: string, direction: 'sent' | 'received', connection: number): void =>
      watch.frame({ connection, person, direction, text: '{"run_id":7310000190473}', at: 1 })
    frame('Asha', 'received', 1)
    // An error that names what he has named does not make it his.
    frame('Bram', 'sent', 2)
    frame('Bram', 'received', 2)
    frame('Bram', 'sent', 2)
    frame('Asha', 'received', 1)
    expect(watch.findings).to.deep.equal([])
  })

  it('is told to another one while it is still on its way', () => {
    const watch = new FigureWatch()
    const request = { method: 'POST', url: 'https://api.example.org/api/threads', headers: {}, body: SAID }
    watch.asked('POST /api/threads', request)
    watch.frame({ connection: 2, person: 'Bram', direction: 'received', text: '3141592', at: 5 })
    watch.exchange({ ...exchange({ person: 'Asha' }), request })
    expect(watch.findings.map(({ text }) => text)).to.deep.equal(FOUND)
  })

  it('is no leak to its owner, nor to who has said the same', () => {
    const watch = new FigureWatch()
    const say = (person: string): void =>
      watch.exchange(
        exchange({
          person,
          body: '3141592',
          request: { method: 'POST', url: 'https://a.example', headers: {}, body: SAID },
        }),
      )
    say('Asha')
    say('Bram')
    expect(watch.findings).to.deep.equal([])
  })

  it('is found in bodies, headers and the reasons of ends, once each for each person', () => {
    const watch = new FigureWatch()
    watch.frame({ connection: 1, person: 'Asha', direction: 'sent', text: SAID, at: 1 })
    watch.exchange(exchange({ person: 'Bram', body: '{"message":"3141592"}' }))
    watch.exchange(exchange({ person: 'Chidi', headers: { 'x-last': '3141592' } }))
    watch.connectionEnd({
      connection: 3,
      person: 'Mallory',
      code: 1011,
      reason: '3,141,592',
      ours: false,
      at: 9,
    })
    watch.connectionEnd({
      connection: 3,
      person: 'Mallory',
      code: 1011,
      reason: '3,141,592',
      ours: false,
      at: 9,
    })
    expect(watch.findings.map(({ text }) => text.split(' ')[0])).to.deep.equal(['Bram', 'Chidi', 'Mallory'])
  })
})
