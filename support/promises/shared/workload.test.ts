import { describe, it } from 'node:test'
import { expect } from 'chai'
import { figuresIn } from './figures.ts'
import { beginScenario } from '#testing/world'
import type { Person } from '#world/person'
import { describeWorkload, monthlyCostOf, newWorkload, type Workload } from './workload.ts'

const asha = (): Person => beginScenario('CHAT-1').scenario.cast.person('Asha')

const HERON: Workload = {
  ...{ name: 'asha-1-heron', requests: 400_000, inputTokens: 300, outputTokens: 150 },
  ...{ model: 'gpt-4o', inputPrice: 2.5, outputPrice: 10 },
}

describe('What a workload costs a month', () => {
  it('is what its requests cost by the million tokens, in and out', () => {
    expect(monthlyCostOf(HERON)).to.equal(900)
    expect(monthlyCostOf({ ...HERON, inputTokens: 0 })).to.equal(600)
    expect(monthlyCostOf({ ...HERON, outputTokens: 0 })).to.equal(300)
  })

  it('grows with the number of requests', () => {
    expect(monthlyCostOf(HERON, 2)).to.equal(1_800)
  })

  it('is exact, where the machine itself would lose something', () => {
    const [inputPrice, outputPrice] = [1.1, 7.3]
    const odd = { ...HERON, requests: 123_000, inputTokens: 333, outputTokens: 127, inputPrice, outputPrice }
    expect(monthlyCostOf(odd)).to.equal(159.0882)
  })
})

describe('A new workload', () => {
  it("is called by its owner's marker, so that nobody else has one of the name", () => {
    const person = asha()
    expect(newWorkload(person).name).to.equal(`${person.marker}-heron`)
    expect(newWorkload(person, 'egret').name).to.equal(`${person.marker}-egret`)
  })

  it('has figures that it did not have before, of which none is nothing', () => {
    const person = asha()
    const drawn = Array.from({ length: 50 }, () => newWorkload(person))
    expect(new Set(drawn.map(monthlyCostOf)).size).to.be.above(40)
    const figures = drawn.flatMap(({ name: _name, model: _model, ...rest }) => Object.values(rest))
    expect(figures.filter((figure) => figure <= 0)).to.deep.equal([])
  })

  it('makes some million requests, never a round number, by which it is known without its name', () => {
    const person = asha()
    const requests = Array.from({ length: 50 }, () => newWorkload(person).requests)
    expect(requests.filter((count) => count % 1_000 === 0)).to.deep.equal([])
    expect(requests.filter((count) => count < 1_000_000 || count > 9_000_000)).to.deep.equal([])
  })

  it('has prices of one decimal at most: its cost is exact by that', () => {
    const person = asha()
    const prices = Array.from({ length: 50 }, () => newWorkload(person)).flatMap(
      ({ inputPrice, outputPrice }) => [inputPrice, outputPrice],
    )
    expect(prices.filter((price) => Number(price.toFixed(1)) !== price)).to.deep.equal([])
  })
})

describe('A workload as its owner describes it', () => {
  it('says everything that its cost follows from, and no figure besides', () => {
    expect(describeWorkload(HERON)).to.equal(
      'My workload asha-1-heron makes 400,000 requests a month, with 300 input tokens and 150 output tokens ' +
        'each, on gpt-4o at $2.5 per million input tokens and $10 per million output tokens.',
    )
    expect(figuresIn(describeWorkload(HERON))).to.deep.equal([400_000, 300, 150, 2.5, 10])
  })
})
