import { describe, it } from 'node:test'
import { expect } from 'chai'
import { check, settle, type Check } from './check.ts'
import type { CheckId } from './catalogue.ts'
import { Checks } from './checks.ts'
import { NotAsPromised } from './not-as-promised.ts'

const keeps = (id: CheckId): Check => check(id, 'kept', () => ({ observed: 'as promised' }))
const breaks = (id: CheckId): Check => check(id, 'kept', () => settle(false, { observed: `broken: ${id}` }))

const judging = (checks: Checks, ...made: readonly Check[]): Promise<unknown> =>
  checks.judge(...made).then(
    () => 'all hold',
    (error: unknown) => error,
  )

describe('The checks of a scenario', () => {
  it('are all made, and all failures are told at once, in order', async () => {
    const checks = new Checks(new Set())
    const error = await judging(
      checks,
      breaks('AUTH-1.one-identity-everywhere'),
      keeps('AUTH-1.first-question-answered'),
      breaks('AUTH-1.conversation-holds-both'),
    )
    expect(error).to.be.instanceOf(NotAsPromised)
    expect((error as NotAsPromised).failed.map(({ id }) => id)).to.deep.equal([
      'AUTH-1.one-identity-everywhere',
      'AUTH-1.conversation-holds-both',
    ])
    expect(checks.results.map(({ status }) => status)).to.deep.equal(['failed', 'passed', 'failed'])
  })

  it('fail nobody when all hold', async () => {
    const checks = new Checks(new Set())
    expect(await judging(checks, keeps('AUTH-1.one-identity-everywhere'))).to.equal('all hold')
    expect(checks.made).to.equal(1)
  })

  it('are remembered over all steps, also those that failed', async () => {
    const checks = new Checks(new Set())
    await judging(checks, breaks('AUTH-1.one-identity-everywhere'))
    await judging(checks, keeps('AUTH-1.first-question-answered'))
    expect(checks.results.map(({ id }) => id)).to.deep.equal([
      'AUTH-1.one-identity-everywhere',
      'AUTH-1.first-question-answered',
    ])
    expect(checks.made).to.equal(2)
  })

  it('are made one after the other, in the order that they were given', async () => {
    const order: string[] = []
    const slow = (name: string): Check =>
      check('AUTH-1.one-identity-everywhere', 'kept', async () => {
        order.push(`${name} begins`)
        await Promise.resolve()
        order.push(`${name} ends`)
        return { observed: 'as promised' }
      })
    await new Checks(new Set()).judge(slow('one'), slow('two'))
    expect(order).to.deep.equal(['one begins', 'one ends', 'two begins', 'two ends'])
  })

  it('can be collected without failing: only those that do not hold are told', async () => {
    const checks = new Checks(new Set())
    const failed = await checks.collect(
      keeps('AUTH-1.first-question-answered'),
      breaks('AUTH-1.one-identity-everywhere'),
    )
    expect(failed.map(({ id }) => id)).to.deep.equal(['AUTH-1.one-identity-everywhere'])
    expect(checks.results).to.have.length(2)
  })

  it("let an error of the suite's own through, and keep what was made before it", async () => {
    const checks = new Checks(new Set())
    const mistake = new TypeError('x is not a function')
    const broken = check('AUTH-1.first-question-answered', 'kept', () => Promise.reject(mistake))
    expect(await judging(checks, keeps('AUTH-1.one-identity-everywhere'), broken)).to.equal(mistake)
    expect(checks.results).to.have.length(1)
  })
})

describe('A check of something that not every target offers', () => {
  const ID = 'AUTH-3.expiry-ends-the-line'

  it('is not made where it is not offered: that is not testable, which is neither kept nor broken', async () => {
    const checks = new Checks(new Set(['cancel']))
    let looked = false
    const look = check(ID, 'ended', () => {
      looked = true
      return settle(false, { observed: 'goes on' })
    })
    expect(await judging(checks, look)).to.equal('all hold')
    expect(looked).to.equal(false)
    expect(checks.results).to.deep.equal([
      { status: 'not-testable', id: ID, reason: 'the target does not offer expiry-enforced-live' },
    ])
    expect(checks.made).to.equal(0)
  })

  it('is made where it is offered, and fails there as any other', async () => {
    const checks = new Checks(new Set(['expiry-enforced-live']))
    expect(await judging(checks, breaks(ID))).to.be.instanceOf(NotAsPromised)
    expect(checks.made).to.equal(1)
  })
})
