import { describe, it } from 'node:test'
import { expect } from 'chai'
import { ends, reaches, starts, observedRun, type Word } from '#testing/observed-run'
import { brokenIn } from '#testing/checks'
import { partsWorkedInOrder, readableAgain } from './deliverable.checks.ts'

const PARTS = ['risks', 'timeline', 'summary'].map((title) => ({ title, key: title }))

describe('The parts of a deliverable that are worked out in order', () => {
  const look = (...words: readonly Word[]): Record<string, string> =>
    brokenIn(partsWorkedInOrder({ run: observedRun(words), parts: PARTS, monthlyCost: 1 }))
  const workers = ['supervisor', 'triage', 'data', 'report'].map((agent) => starts(agent))
  const told = PARTS.map(({ title }, index) => reaches(index * 30, `On ${title}.`))

  it('are told of one after the other, with an agent for each', async () => {
    expect(look(...workers, ...told, ends('supervisor'))).to.deep.equal({})
  })

  const ID = 'parts-worked-in-order'
  it('are found out when one is told of too early', async () => {
    const broken = look(...workers, ...told.toReversed())
    expect(broken).to.deep.equal({ [ID]: 'triage → data → report; told of parts at 3, 2, 1' })
  })

  it('are found out when the last two have changed places', async () => {
    const [risks, timeline, summary] = told
    const broken = look(...workers, ...[risks, summary, timeline].filter((word) => word !== undefined))
    expect(broken[ID]).to.match(/told of parts at 1, 3, 2$/)
  })

  it('are found out when one is never told of', async () => {
    const broken = look(...workers, ...told.slice(1))
    expect(broken[ID]).to.match(/told of parts at 0, 1, 2$/)
  })

  it('are found out when fewer agents have worked than there are parts: the supervisor is none', async () => {
    const broken = look(...workers.slice(0, -1), ...told)
    expect(broken[ID]).to.match(/^triage → data;/)
  })
})

describe('A deliverable that is read again', () => {
  const look = (told: string, read: string | undefined): Record<string, string> =>
    brokenIn(readableAgain({ told, read }))

  it('is what was told, letter for letter, and something', async () => {
    expect(look('The plan.', 'The plan.')).to.deep.equal({})
    for (const read of ['The plan. ', 'The plan', '', undefined])
      expect(look('The plan.', read)).not.to.deep.equal({})
    expect(look('', '')).not.to.deep.equal({})
  })
})
