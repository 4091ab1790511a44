import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { QuestionAndAnswer } from '#promises/shared/answers.checks'
import { brokenIn } from '#testing/checks'
import { remembered, type Remembering } from './memory.checks.ts'

const known = { text: 'What?', workload: 'heron', monthlyCost: 750.25, given: [250_000, 12] }
const answered = (monthlyCost: number): QuestionAndAnswer => ({
  question: { ...known, monthlyCost },
  ending: { outcome: 'answered', text: `heron costs $${monthlyCost} a month.` },
})
const GOOD: Remembering = {
  followUps: { doubled: answered(1500), newest: answered(900), halved: answered(450) },
  stranger: { known, told: 'I know nothing about heron; it has 12 letters, or 5.' },
}
const judge = (more: Partial<Remembering> = {}): Record<string, string> =>
  brokenIn(...remembered({ ...GOOD, ...more }))

describe('A conversation that is remembered', () => {
  it('is remembered to its end, and nowhere else', () => {
    expect(judge()).to.deep.equal({})
  })

  it('is not, when a follow-up is answered by another figure', () => {
    const other = { ...answered(900), question: { ...known, monthlyCost: 750 } }
    const slugs = {
      doubled: 'follow-up-remembers',
      newest: 'newest-statement-counts',
      halved: 'later-follow-up-remembers',
    }
    for (const [name, slug] of Object.entries(slugs)) {
      expect(judge({ followUps: { ...GOOD.followUps, [name]: other } })[slug]).to.contain(
        '$750, is not stated',
      )
    }
  })

  it('is known elsewhere, when its figures are', () => {
    const told = 'heron makes 250,000 requests and costs $9,003 a year.'
    expect(judge({ stranger: { known, told } })['other-conversation-knows-nothing']).to.equal(
      `it knows 250000; it knows 9003; "${told}"`,
    )
  })

  it('is known elsewhere by fifty of something, and not by fewer', () => {
    const of = (given: number): Record<string, string> =>
      judge({ stranger: { known: { ...known, given: [given] }, told: `Is it about ${given}?` } })
    expect(of(50)['other-conversation-knows-nothing']).to.equal('it knows 50; "Is it about 50?"')
    expect(of(49)).to.deep.equal({})
  })
})
