import { describe, it } from 'node:test'
import { expect } from 'chai'
import { exchange, unanswered } from '#testing/exchange'
import type { WireFrame } from '#wire/exchange'
import { OwnershipRegistry } from './ownership-registry.ts'
import { History } from './history.ts'
import { type IsolationReport, findForeign } from './isolation.ts'
import { longHistory, ownershipOf } from '#testing/long-history'

const THREADS = { Asha: 'thr_7c1e44d0a9b8', Bram: 'thr_55aa55bb55cc' }

const said = (person: string, direction: WireFrame['direction'], text: string): WireFrame => ({
  connection: 2,
  person,
  direction,
  text,
  at: 41.7,
})

function judge(fill: (history: History, ownership: OwnershipRegistry) => void): IsolationReport {
  const [history, ownership] = [new History(), new OwnershipRegistry()]
  for (const [person, thread] of Object.entries(THREADS)) ownership.register(person, thread)
  fill(history, ownership)
  return findForeign(history.received, ownership)
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
    const { findings } = judge((history, ownership) => {
      ownership.register('Asha', 'run_0ddba11c0ffe')
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
    const { findings } = judge((history, ownership) => {
      ownership.register('Chidi', 'thr_0ddba11c0ffe')
      const body = `${THREADS.Asha} ${THREADS.Asha} thr_0ddba11c0ffe ${THREADS.Bram}`
      history.exchange(exchange({ person: 'Bram', body }))
    })
    expect(findings.map(({ text }) => text.replace(/.*which is (\w+)'s.*/, '$1'))).to.have.members([
      'Asha',
      'Chidi',
    ])
  })

  it('may be given to two people at once: that alone is a finding', () => {
    const { findings } = judge((_history, ownership) => ownership.register('Bram', THREADS.Asha))
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

const PLAN = { frames: 100_000, people: 200 }
const LEAK_AT = 77_777
const judgeLong = (plan: Parameters<typeof longHistory>[0]): IsolationReport =>
  findForeign(longHistory(plan), ownershipOf(plan))

/** The best of three, in microseconds of CPU: whatever else the machine does only adds to it. */
function timeOf(frames: number): number {
  const ownership = ownershipOf(PLAN)
  const times = [1, 2, 3].map(() => {
    const before = process.threadCpuUsage()
    findForeign(longHistory({ ...PLAN, frames }), ownership)
    return process.threadCpuUsage(before).user
  })
  return Math.min(...times)
}

describe('A hundred thousand frames of two hundred people', () => {
  it('are clean, and the search found their own things in every one of them', () => {
    const { findings, texts, own } = judgeLong(PLAN)
    expect(findings).to.deep.equal([])
    expect(texts).to.equal(PLAN.frames)
    expect(own).to.be.at.least(3 * PLAN.frames)
  })

  it('give away the one that was shown to a stranger: who should have had it, and who did', () => {
    const { findings } = judgeLong({ ...PLAN, leakAt: LEAK_AT })
    const [place, own] = [
      `Person 178 in a frame on line 178 at +${LEAK_AT} ms`,
      /Person 179 had it in a frame on line 179 at/,
    ]
    expect(findings).not.to.deep.equal([])
    for (const { text } of findings) {
      expect(text).to.match(/^Person 178 was shown ".+", which is Person 179's: /)
      expect(text).to.match(own)
      expect(text.endsWith(place)).to.equal(true)
    }
  })

  it('take twice as long as half of them, or little more', () => {
    timeOf(5_000)
    expect(timeOf(40_000) / timeOf(20_000)).to.be.below(3)
  })
})
