import { describe, it } from 'node:test'
import { expect } from 'chai'
import { exchange, unanswered } from '#testing/exchange'
import type { WireFrame } from '#wire/exchange'
import { OwnershipRegistry } from './ownership-registry.ts'
import { History } from './history.ts'
import { findForeign, type IsolationReport } from './isolation.ts'

const THREADS = { Asha: 'thr_7c1e44d0a9b8', Bram: 'thr_55aa55bb55cc' }

const said = (person: string, direction: WireFrame['direction'], text: string): WireFrame => ({
  connection: 2,
  person,
  direction,
  text,
  at: 41.7,
})

function judge(fill: (history: History, belongings: OwnershipRegistry) => void): IsolationReport {
  const [history, belongings] = [new History(), new OwnershipRegistry()]
  for (const [person, thread] of Object.entries(THREADS)) belongings.register(person, thread)
  fill(history, belongings)
  return findForeign(history.received, belongings)
}

describe('Nothing of another person', () => {
  it('is found where everybody is shown their own, and that is counted', () => {
    const { findings, own, texts } = judge((history) => {
      history.exchange(exchange({ body: `{"id":"${THREADS.Asha}"}` }))
      history.frame(said('Bram', 'received', `{"id":"${THREADS.Bram}"}`))
    })
    expect(findings).to.deep.equal([])
    expect({ texts, own }).to.deep.equal({ texts: 2, own: 2 })
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
      expect(texts[0]).to.match(/^Bram was shown ".+", which is Asha's: Asha never received it, Bram did in /)
      expect(texts[0]).to.contain(place.replace(' (a header)', ''))
    })
  }
})

describe('The smallest witness', () => {
  const told = (fill: (history: History) => void): string[] => judge(fill).findings.map(({ text }) => text)
  const asha = (at: number): WireFrame => ({ ...said('Asha', 'received', THREADS.Asha), connection: 1, at })

  it('is where its owner had it first and where the other one did, in whatever order', () => {
    const witness = `Bram was shown "${THREADS.Asha}", which is Asha's: Asha had it in a frame on line 1 at +120 ms, Bram in exchange 46`
    const shown = exchange({ person: 'Bram', number: 46, body: `{"of":"${THREADS.Asha}"}` })
    const steps: ((history: History) => void)[] = [
      (history) => history.frame(asha(120)),
      (history) => history.exchange(shown),
    ]
    for (const order of [steps, steps.toReversed()]) {
      expect(told((history) => order.forEach((step) => step(history)))).to.deep.equal([witness])
    }
  })

  it('stays the first one, whatever follows, and says how much does', () => {
    const [finding, ...others] = told((history) => {
      for (const at of [120, 130, 140]) history.frame(asha(at))
      for (const number of [46, 47, 48])
        history.exchange(exchange({ person: 'Bram', number, body: THREADS.Asha }))
    })
    expect(others).to.deep.equal([])
    expect(finding).to.match(
      /Asha had it in a frame on line 1 at \+120 ms, Bram in exchange 46, and 2 times later$/,
    )
  })

  it('is given for each who was shown it and for each thing, the earliest first', () => {
    const { findings } = judge((history, belongings) => {
      belongings.register('Asha', 'run_0ddba11c0ffe')
      history.exchange(exchange({ person: 'Bram', number: 6, body: THREADS.Bram }))
      history.exchange(exchange({ person: 'Chidi', number: 7, body: 'run_0ddba11c0ffe' }))
      history.exchange(exchange({ person: 'Bram', number: 8, body: `${THREADS.Asha} run_0ddba11c0ffe` }))
    })
    expect(findings.map(({ text }) => text.replace(/^(\w+) .*"(\w{3}).*exchange/, '$1 $2'))).to.deep.equal([
      'Chidi run 7',
      'Bram thr 8',
      'Bram run 8',
    ])
  })

  it('may be how a line was ended', () => {
    const end = {
      connection: 2,
      person: 'Bram',
      code: 1008,
      reason: `not for ${THREADS.Asha}`,
      at: 9,
      ours: false,
    }
    expect(told((history) => history.connectionEnd(end))[0]).to.contain(
      'Bram did in the end of line 2 at +9 ms',
    )
    expect(told((history) => history.connectionEnd({ ...end, ours: true }))).to.deep.equal([])
  })
})

describe("What is another person's", () => {
  it('is found once for each owner in a text, however often it shows', () => {
    const { findings } = judge((history, belongings) => {
      belongings.register('Chidi', 'thr_0ddba11c0ffe')
      const body = `${THREADS.Asha} ${THREADS.Asha} thr_0ddba11c0ffe ${THREADS.Bram}`
      history.exchange(exchange({ person: 'Bram', body }))
    })
    expect(findings.map(({ text }) => text.replace(/.*which is (\w+)'s.*/, '$1'))).to.have.members([
      'Asha',
      'Chidi',
    ])
  })

  it('may be given to two people at once: that alone is a finding', () => {
    const { findings } = judge((_history, belongings) => belongings.register('Bram', THREADS.Asha))
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
