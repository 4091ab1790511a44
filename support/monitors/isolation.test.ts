import { describe, it } from 'node:test'
import { expect } from 'chai'
import { exchange, unanswered } from '#testing/exchange'
import type { Frame } from '#wire/exchange'
import { Belongings } from './belongings.ts'
import { History } from './history.ts'
import { findForeign, type IsolationReport } from './isolation.ts'

const THREADS = { Asha: 'thr_7c1e44d0a9b8', Bram: 'thr_55aa55bb55cc' }

const said = (person: string, direction: Frame['direction'], text: string): Frame => ({
  line: 2,
  person,
  direction,
  text,
  at: 41.7,
})

function judge(fill: (history: History, belongings: Belongings) => void): IsolationReport {
  const [history, belongings] = [new History(), new Belongings()]
  for (const [person, thread] of Object.entries(THREADS)) belongings.claim(person, thread)
  fill(history, belongings)
  return findForeign(history, belongings)
}

describe('Nothing of another person', () => {
  it('is found where everybody is shown their own, and that is counted', () => {
    const { findings, own, texts } = judge((history) => {
      history.exchange(exchange({ body: `{"id":"${THREADS.Asha}"}` }))
      history.frame(said('Bram', 'received', `{"id":"${THREADS.Bram}"}`))
    })
    expect(findings).to.deep.equal([])
    expect(texts).to.equal(3)
    expect(own).to.be.at.least(2)
  })

  it('is no proof when nobody was shown anything of their own: then nothing is counted', () => {
    const { findings, own } = judge((history) => history.exchange(exchange({ body: '{}' })))
    expect({ findings, own }).to.deep.equal({ findings: [], own: 0 })
  })

  const places: Readonly<Record<string, (history: History) => void>> = {
    'exchange 3': (history) =>
      history.exchange(exchange({ person: 'Bram', body: `{"of":"${THREADS.Asha}"}` })),
    'exchange 3 (a header)': (history) =>
      history.exchange(exchange({ person: 'Bram', headers: { 'x-last-thread': THREADS.Asha } })),
    'a frame on line 2 at +42 ms': (history) => history.frame(said('Bram', 'received', THREADS.Asha)),
  }
  for (const [place, fill] of Object.entries(places)) {
    it(`may show in ${place}`, () => {
      const texts = judge(fill).findings.map(({ text }) => text)
      expect(texts).to.have.length(1)
      expect(texts[0]).to.match(/^Bram was shown ".+", which is Asha's, in /)
      expect(texts[0]).to.contain(place.replace(' (a header)', ''))
    })
  }
})

describe("What is another person's", () => {
  it('is found once for each owner in a text, however often it shows', () => {
    const { findings } = judge((history, belongings) => {
      belongings.claim('Chidi', 'thr_0ddba11c0ffe')
      const body = `${THREADS.Asha} ${THREADS.Asha} thr_0ddba11c0ffe ${THREADS.Bram}`
      history.exchange(exchange({ person: 'Bram', body }))
    })
    expect(findings.map(({ text }) => text.replace(/.*which is (\w+)'s.*/, '$1'))).to.have.members([
      'Asha',
      'Chidi',
    ])
  })

  it('may be given to two people at once: that alone is a finding', () => {
    const { findings } = judge((_history, belongings) => belongings.claim('Bram', THREADS.Asha))
    expect(findings[0]?.text).to.equal(`${THREADS.Asha} was given to both Asha and Bram`)
  })

  it('is looked for only in what the platform has shown, not in what was asked or shown elsewhere', () => {
    const { findings, texts } = judge((history) => {
      history.frame(said('Bram', 'sent', THREADS.Asha))
      history.exchange(exchange({ person: 'Bram', body: THREADS.Asha, service: 'outside' }))
      history.exchange(unanswered('ECONNRESET', { person: 'Bram' }))
    })
    expect({ findings, texts }).to.deep.equal({ findings: [], texts: 0 })
  })
})
