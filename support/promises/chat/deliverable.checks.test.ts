import type { AskedPart } from '#promises/shared/answers.checks'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { observedRun } from '#testing/observed-run'
import { brokenIn } from '#testing/checks'
import { everyPart, soundDeliverable } from './deliverable.checks.ts'

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

  it('says something of its own in each of them', async () => {
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
    it(`is found out when ${fault}`, async () => {
      expect(look(text)).to.deep.equal({ 'all-parts-are-there': `answered: ${fault}` })
    })
  }

  it('is none when the work on it failed', async () => {
    const broken = look(deliverable(), 'failed')
    expect(broken['all-parts-are-there']).to.match(/^failed: 3 parts/)
  })

  it('needs 20 characters in a part, and no more', async () => {
    expect(look(deliverable({ summary: 'x'.repeat(20) }))).to.deep.equal({})
    expect(look(deliverable({ summary: 'x'.repeat(19) }))).not.to.deep.equal({})
  })
})

describe('A sound deliverable', () => {
  const look = (text: string): Record<string, string> =>
    brokenIn(...soundDeliverable({ run: observedRun([], { text }), parts: PARTS, monthlyCost: 750 }))

  it('has a timeline that adds up, and the right estimate in its summary', async () => {
    expect(look(deliverable())).to.deep.equal({})
    expect(look(deliverable({ timeline: 'A 4-week plan: week 1, week 2, weeks 3–4.' }))).to.deep.equal({})
  })

  const alsoRight = [
    'Total: 6 weeks\n1. Weeks 1-2: prepare\n2. Weeks 3-6: move',
    '1. Risk review in weeks 1-2\n2. Move in weeks 3-6\nIt takes 6 weeks.',
    'Weeks 1 and 2: prepare. Weeks 3\u20116: move, done by the end of week 6. All in all 6\u00a0weeks.',
    'Weeks 1 through 2: prepare, by week 2. Weeks 3 & 4: move. That is 4 weeks.',
  ]
  for (const timeline of alsoRight) {
    it(`may tell its timeline line by line: ${JSON.stringify(timeline)}`, async () => {
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
    it(`is found out when its timeline does not add up: ${timeline}`, async () => {
      expect(look(deliverable({ timeline }))).to.deep.equal({ 'timeline-adds-up': observed })
    })
  }

  it('is found out when the estimate is wrong, or stands elsewhere only', async () => {
    const wrong = deliverable({ risks: 'It may cost $750 or more.', summary: 'It costs $705 a month.' })
    expect(look(wrong)).to.deep.equal({
      'estimate-follows-from-figures': '$750 not in "It costs $705 a month."',
    })
  })
})
