import { partsIn } from '#promises/chat/parts'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { beginScenario } from '#testing/world'
import type { Person } from '#world/person'
import {
  broadQuestion,
  costQuestion,
  longWork,
  migrationPlan,
  planOfFive,
  type Assignment,
} from './assignments.ts'
import { describeWorkload, monthlyCostOf } from './workload.ts'

const ASSIGNMENTS: Readonly<Record<string, (person: Person, bird?: string) => Assignment>> = {
  ...{ 'A question of cost': costQuestion, 'A broad question': broadQuestion },
  ...{ 'A plan of five parts': planOfFive, 'A migration plan': migrationPlan, 'Long work': longWork },
}

const asha = (): Person => beginScenario('CHAT-1').scenario.cast.person('Asha')

for (const [what, assign] of Object.entries(ASSIGNMENTS)) {
  describe(what, () => {
    it('is about a workload that is described in it, and whose cost is known', () => {
      const { text, workload, monthlyCost, facts } = assign(asha())
      expect(text.startsWith(`${describeWorkload(facts)} `)).to.equal(true)
      expect({ workload, monthlyCost }).to.deep.equal({
        ...{ workload: facts.name, monthlyCost: monthlyCostOf(facts) },
      })
    })

    it('gives every figure of that workload', () => {
      const { given, facts } = assign(asha())
      const { requests, inputTokens, outputTokens, inputPrice, outputPrice } = facts
      expect(given).to.include.members([requests, inputTokens, outputTokens, inputPrice, outputPrice])
    })

    it('does not give its answer away', () => {
      const { given, monthlyCost, text } = assign(asha())
      expect(given).not.to.include(monthlyCost)
      expect(text).not.to.contain(String(monthlyCost))
    })

    it('asks for its parts one by one, in order, numbered', () => {
      const { text, parts } = assign(asha())
      const list = parts.map(({ title }, index) => `${index + 1}. ${title}`).join('; ')
      expect(text.endsWith(list === '' ? text : `: ${list}.`)).to.equal(true)
    })

    it('has parts that are found again, each under its own title', () => {
      const { parts } = assign(asha())
      const answer = parts.map(({ title }, index) => `## ${index + 1}. ${title}\nOf ${title}.\n`).join('\n')
      expect([...partsIn(answer, parts)]).to.deep.equal(parts.map(({ title }) => [title, `Of ${title}.`]))
    })
  })
}

describe('Assignments', () => {
  it('have as many parts as they say', () => {
    const person = asha()
    const counts = Object.values(ASSIGNMENTS).map((assign) => assign(person).parts.length)
    expect(counts).to.deep.equal([0, 0, 5, 6, 18])
  })

  it('of one person are told apart by their birds', () => {
    const person = asha()
    for (const assign of [costQuestion, planOfFive, migrationPlan, longWork]) {
      expect(assign(person, 'egret').workload).to.equal(`${person.marker}-egret`)
      expect(assign(person).workload).to.equal(`${person.marker}-heron`)
    }
  })

  it('with parts end in a summary and have a timeline, by which they are judged', () => {
    for (const assign of [planOfFive, migrationPlan]) {
      const keys = assign(asha()).parts.map(({ key }) => key)
      expect(keys.at(-1)).to.equal('summary')
      expect(keys).to.include('timeline')
    }
  })
})
