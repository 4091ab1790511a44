import { describe, it } from 'node:test'
import { expect } from 'chai'
import { ends, observedRun, reaches, starts, type Word } from '#testing/observed-run'
import type { AskedPart } from '#promises/shared/answers.checks'
import { brokenIn } from '#testing/checks'
import { everyPart, partsWorkedInOrder, readableAgain, soundDeliverable } from './deliverable.checks.ts'

const RISKS: AskedPart = { title: 'risks', key: 'Risk' }
const TIMELINE: AskedPart = { title: 'timeline with milestones', key: 'timeline' }
const SUMMARY: AskedPart = { title: 'executive summary', key: 'summary' }
const PARTS = [RISKS, TIMELINE, SUMMARY]

const WEEKS = 'It takes 6 weeks. Weeks 1-2: prepare. Weeks 3 to 5: move. Week 6: look back.'
const deliverable = ({
  risks = 'Answers may read otherwise than before.',
  timeline = WEEKS,
  summary = 'It costs $750 a month from then on.',
} = {}): string =>
  `## Risks\n${risks}\n\n## Timeline with milestones\n${timeline}\n\n## Summary\n${summary}\n`

describe('A deliverable with every part', () => {
  const look = (text: string, outcome: 'answered' | 'failed' = 'answered'): Record<string, string> =>
    brokenIn(everyPart('all-parts-are-there', PARTS, observedRun([], { text, outcome })))

  it('says something of its own in each of them', () => {
    expect(look(deliverable())).to.deep.equal({})
  })

  const faults = {
    'risks is missing': deliverable().replace('## Risks', 'Risky'),
    'executive summary is empty': deliverable({ summary: 'It costs so much…' + '.' }),
    'timeline with milestones repeats another part': deliverable({
      timeline: 'As above, in so many words.',
      risks: 'As above, in so many words.',
    }),
  }
  for (const [fault, text] of Object.entries(faults)) {
    it(`is found out when ${fault}`, () => {
      expect(look(text)).to.deep.equal({ 'all-parts-are-there': `answered: ${fault}` })
    })
  }

  it('is none when the work on it failed', () => {
    const broken = look(deliverable(), 'failed')
    expect(broken['all-parts-are-there']).to.match(/^failed: 3 parts/)
  })

  it('needs 20 characters in a part, and no more', () => {
    expect(look(deliverable({ summary: 'x'.repeat(20) }))).to.deep.equal({})
    expect(look(deliverable({ summary: 'x'.repeat(19) }))).not.to.deep.equal({})
  })
})

describe('A sound deliverable', () => {
  const look = (text: string): Record<string, string> =>
    brokenIn(...soundDeliverable({ run: observedRun([], { text }), parts: PARTS, monthlyCost: 750 }))

  it('has a timeline that adds up, and the right estimate in its summary', () => {
    expect(look(deliverable())).to.deep.equal({})
    expect(look(deliverable({ timeline: 'A 4-week plan: week 1, week 2, weeks 3–4.' }))).to.deep.equal({})
  })

  const alsoRight = [
    'Total: 6 weeks\n1. Weeks 1-2: prepare\n2. Weeks 3-6: move',
    '1. Risk review in weeks 1-2\n2. Move in weeks 3-6\nIt takes 6 weeks.',
    'W1–W2 · Risk review\nW3–W6 · Move\nSix weeks in all.',
    'Weeks 1 and 2: prepare. Weeks 3\u20116: move, done by the end of week 6. All in all 6\u00a0weeks.',
    'Weeks  1  to  2: prepare. Week 3-12: move. That is 12 weeks.',
    'Weeks 1 through 2: prepare, by week 2. Weeks 3 & 4: move. That is 4 weeks.',
  ]
  for (const timeline of alsoRight) {
    it(`may tell its timeline line by line: ${JSON.stringify(timeline)}`, () => {
      expect(look(deliverable({ timeline }))).to.deep.equal({})
    })
  }

  const timelines = {
    'It takes 6 weeks.\n1. Weeks 2-3: move\n2. Weeks 4-6: rest': 'weeks 2 to 3, 4 to 6; 6 weeks stated',
    'It takes 6 weeks. Weeks 1-2, weeks 4-6.': 'weeks 1 to 2, 4 to 6; 6 weeks stated',
    'It takes 6 weeks. Weeks 1-3, weeks 3-6.': 'weeks 1 to 3, 3 to 6; 6 weeks stated',
    'It takes 6 weeks. Weeks 2-3, weeks 4-6.': 'weeks 2 to 3, 4 to 6; 6 weeks stated',
    'It takes 6 weeks. Weeks 1-4, weeks 5-2, weeks 3-6.': 'weeks 1 to 4, 5 to 2, 3 to 6; 6 weeks stated',
    'It takes 8 weeks. Weeks 1-2, weeks 3-6.': 'weeks 1 to 2, 3 to 6; 6 weeks not stated',
    'It takes 16 weeks. Weeks 1-2, weeks 3-6.': 'weeks 1 to 2, 3 to 6; 6 weeks not stated',
    'It takes 6 weeks. Weeks 1-6.': 'weeks 1 to 6; 6 weeks stated',
    'It takes a while.': 'weeks none; 0 weeks not stated',
  }
  for (const [timeline, observed] of Object.entries(timelines)) {
    it(`is found out when its timeline does not add up: ${timeline}`, () => {
      expect(look(deliverable({ timeline }))).to.deep.equal({ 'timeline-adds-up': observed })
    })
  }

  it('is found out when the estimate is wrong, or stands elsewhere only', () => {
    const wrong = deliverable({ risks: 'It may cost $750 or more.', summary: 'It costs $705 a month.' })
    expect(look(wrong)).to.deep.equal({
      'estimate-follows-from-figures': '$750 not in "It costs $705 a month."',
    })
  })

  it('is found out when the estimate is told as of another time elsewhere', () => {
    const summary = 'It costs $750 a month from then on.'
    expect(look(deliverable({ risks: 'Whoever waits loses $750 a year.', summary }))).to.deep.equal({
      'estimate-follows-from-figures': `$750 in "${summary}"; 750 dollars a month is told by the year`,
    })
  })
})

describe('The parts of a deliverable that are worked out in order', () => {
  const PARTS = ['risks', 'timeline', 'summary'].map((title) => ({ title, key: title }))
  const look = (...words: readonly Word[]): Record<string, string> =>
    brokenIn(partsWorkedInOrder({ run: observedRun(words), parts: PARTS, monthlyCost: 1 }))
  const workers = ['supervisor', 'triage', 'data', 'report'].map((agent) => starts(agent))
  const told = PARTS.map(({ title }, index) => reaches(index * 30, `On ${title}.`))

  it('are told of one after the other, with an agent for each', () => {
    expect(look(...workers, ...told, ends('supervisor'))).to.deep.equal({})
  })

  it('may be told of in capitals, or without a name of any', () => {
    const spoken = (words: (title: string) => string): Word[] =>
      PARTS.map(({ title }, index) => reaches(index * 30, words(title)))
    expect(look(...workers, ...spoken((title) => `ON ${title.toUpperCase()}`))).to.deep.equal({})
    expect(look(...workers, ...spoken((title) => `Part ${title.length} of three`))).to.deep.equal({})
  })

  const ID = 'parts-worked-in-order'
  it('are found out when one is told of too early', () => {
    const broken = look(...workers, ...told.toReversed())
    expect(broken).to.deep.equal({ [ID]: 'triage → data → report; told of parts at 3, 2, 1' })
  })

  it('are found out when the last two have changed places', () => {
    const [risks, timeline, summary] = told
    const broken = look(...workers, ...[risks, summary, timeline].filter((word) => word !== undefined))
    expect(broken[ID]).to.match(/told of parts at 1, 3, 2$/)
  })

  it('are found out when one is never told of', () => {
    const broken = look(...workers, ...told.slice(1))
    expect(broken[ID]).to.match(/told of parts at 0, 1, 2$/)
  })

  it('are found out when fewer agents have worked than there are parts: the supervisor is none', () => {
    const broken = look(...workers.slice(0, -1), ...told)
    expect(broken[ID]).to.match(/^triage → data;/)
  })
})

describe('A deliverable that is read again', () => {
  const look = (told: string, read: string | undefined): Record<string, string> =>
    brokenIn(readableAgain({ told, read }))

  it('is what was told, letter for letter, and something', () => {
    expect(look('The plan.', 'The plan.')).to.deep.equal({})
    for (const read of ['The plan. ', 'The plan', '', undefined])
      expect(look('The plan.', read)).not.to.deep.equal({})
    expect(look('', '')).not.to.deep.equal({})
  })
})
