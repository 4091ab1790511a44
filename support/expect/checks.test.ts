import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { Slug } from './catalogue.ts'
import { check, settle, type Check } from './check.ts'
import { Checks, UnlistedCheck } from './checks.ts'
import { NotAsPromised } from './not-as-promised.ts'
import { NotSeen } from './seen.ts'

const keeps = (slug: Slug): Check => check(slug, 'kept', undefined, () => ({ observed: 'as promised' }))
const breaks = (slug: Slug): Check =>
  check(slug, 'kept', undefined, () => settle(false, { observed: `broken: ${slug}` }))

const newChecks = (scenario = 'AUTH-1'): Checks => new Checks(scenario, new Set())

function judging(checks: Checks, ...made: readonly Check[]): unknown {
  try {
    checks.judge(...made)
    return 'all hold'
  } catch (error) {
    return error
  }
}

describe('The checks of a scenario', () => {
  it('are all made, and all failures are told at once, in order', () => {
    const checks = newChecks()
    const error = judging(
      checks,
      breaks('one-identity-everywhere'),
      keeps('first-question-answered'),
      breaks('conversation-holds-both'),
    )
    expect(error).to.be.instanceOf(NotAsPromised)
    expect((error as NotAsPromised).failed.map(({ id }) => id)).to.deep.equal([
      'AUTH-1.one-identity-everywhere',
      'AUTH-1.conversation-holds-both',
    ])
    expect(checks.results.map(({ status }) => status)).to.deep.equal(['failed', 'passed', 'failed'])
  })

  it('fail nobody when all hold', () => {
    const checks = newChecks()
    expect(judging(checks, keeps('one-identity-everywhere'))).to.equal('all hold')
    expect(checks.made).to.equal(1)
  })

  it('are remembered over all steps, also those that failed', () => {
    const checks = newChecks()
    judging(checks, breaks('one-identity-everywhere'))
    judging(checks, keeps('first-question-answered'))
    expect(checks.results.map(({ id }) => id)).to.deep.equal([
      'AUTH-1.one-identity-everywhere',
      'AUTH-1.first-question-answered',
    ])
    expect(checks.made).to.equal(2)
  })

  it('are made one after the other, in the order that they were given', () => {
    const order: string[] = []
    const noting = (slug: Slug): Check =>
      check(slug, 'kept', undefined, () => {
        order.push(slug)
        return { observed: 'as promised' }
      })
    newChecks().judge(noting('one-identity-everywhere'), noting('first-question-answered'))
    expect(order).to.deep.equal(['one-identity-everywhere', 'first-question-answered'])
  })

  it('have failed, each by itself, when what they look at never came', () => {
    const checks = newChecks()
    const absent = new NotSeen('absent', 'it never came')
    const judge = (): never => expect.fail('there is nothing to judge')
    const error = judging(
      checks,
      check('one-identity-everywhere', 'kept', absent, judge),
      check('first-question-answered', 'kept', new NotSeen('untestable', 'not offered'), judge),
      keeps('conversation-holds-both'),
    )
    expect((error as NotAsPromised).failed.map(({ id }) => id)).to.deep.equal([
      'AUTH-1.one-identity-everywhere',
    ])
    expect(checks.results.map(({ status }) => status)).to.deep.equal(['failed', 'not-testable', 'passed'])
    expect(checks.made).to.equal(2)
  })

  it("let an error of the suite's own through, and keep what was made before it", () => {
    const checks = newChecks()
    const mistake = new TypeError('x is not a function')
    const broken = check('first-question-answered', 'kept', undefined, () => {
      throw mistake
    })
    expect(judging(checks, keeps('one-identity-everywhere'), broken)).to.equal(mistake)
    expect(checks.results).to.have.length(1)
  })
})

describe('The checks that every scenario makes', () => {
  it('are collected without failing: only those that do not hold are told', () => {
    const checks = newChecks('OWN-1')
    const failed = checks.always(keeps('nothing-left-open'), breaks('no-secret-shows'))
    expect(failed.map(({ id }) => id)).to.deep.equal(['ALWAYS.no-secret-shows'])
    expect(checks.results).to.have.length(2)
  })
})

describe('A check that the catalogue does not list', () => {
  it('is an error of the suite that names it, and where it has to be added', () => {
    const checks = newChecks('AUTH-2')
    const error = judging(checks, keeps('weak-password-refused'))
    expect(error)
      .to.be.instanceOf(UnlistedCheck)
      .and.include({ code: 'UNLISTED_CHECK', blames: 'suite' })
      .with.property('message')
      .that.matches(/^the catalogue has no check AUTH-2\.weak-password-refused: add it to support\/\S+\/$/)
    expect(checks.results).to.deep.equal([])
  })

  it('is one also where it is listed for a scenario, and made as if for all', () => {
    expect(() => newChecks().always(keeps('weak-password-refused'))).to.throw(
      UnlistedCheck,
      'ALWAYS.weak-password-refused',
    )
  })
})

describe('A check of something that not every target offers', () => {
  const SLUG = 'expiry-ends-the-line'
  const ID = `AUTH-3.${SLUG}`

  it('is not made where it is not offered: that is not testable, which is neither kept nor broken', () => {
    const checks = new Checks('AUTH-3', new Set(['cancel']))
    let looked = false
    const look = check(SLUG, 'ended', undefined, () => {
      looked = true
      return settle(false, { observed: 'goes on' })
    })
    expect(judging(checks, look)).to.equal('all hold')
    expect(looked).to.equal(false)
    expect(checks.results).to.deep.equal([
      { status: 'not-testable', id: ID, reason: 'the target does not offer expiry-enforced-live' },
    ])
    expect(checks.made).to.equal(0)
  })

  it('is made where it is offered, and fails there as any other', () => {
    const checks = new Checks('AUTH-3', new Set(['expiry-enforced-live']))
    expect(judging(checks, breaks(SLUG))).to.be.instanceOf(NotAsPromised)
    expect(checks.made).to.equal(1)
  })
})
