import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { CheckId } from '#expect/catalogue'
import { outcomeOf } from '#testing/outcome'
import { runRecord, scenarioRecord } from '#testing/run-record'
import { milliseconds, seconds } from '#waiting/duration'
import { changesSince, toPastRun, type PastRun } from './changes.ts'
import type { ScenarioRecord } from './lattice.ts'

const LIFE = 'AUTH-3.stated-life-is-true'
const ORDER = 'ALWAYS.runs-keep-the-order'

/** A scenario of AUTH-3 in which these checks are red, and the other one holds. */
function scenario(red: readonly CheckId[] = [], more: Partial<ScenarioRecord> = {}): ScenarioRecord {
  const checks = ([LIFE, ORDER] as const).map((id) => ({
    ...{ status: red.includes(id) ? ('failed' as const) : ('passed' as const), id },
    ...{ expected: 'kept', observed: 'seen' },
  }))
  const blamed = red.length > 0 ? (['target'] as const) : []
  return scenarioRecord({
    ...{
      id: 'AUTH-3',
      status: red.length > 0 ? 'FAILED' : 'PASSED',
      errors: blamed.map(() => 'NotAsPromised'),
    },
    outcome: outcomeOf({ id: 'AUTH-3', checks, blamed: [...blamed] }),
    ...more,
  })
}

const past = (one: ScenarioRecord, kind = 'local'): PastRun => toPastRun(runRecord([one], { kind }))
const now = (one: ScenarioRecord, ...before: readonly PastRun[]): unknown => {
  const changes = changesSince(before, runRecord([one]))
  return changes && [changes.newlyRed, changes.mended, changes.slower.map(({ id }) => id)]
}
const lasting = (ms: number): ScenarioRecord => scenario([], { duration: milliseconds(ms) })

describe('What has changed since the last run', () => {
  it('is not told where there was none on this target, or none of this promise', () => {
    expect(now(scenario())).to.equal(undefined)
    expect(now(scenario(), past(scenario(), 'staging'))).to.equal(undefined)
    expect(now(scenario(), past(scenarioRecord({ id: 'AUTH-1' })))).to.equal(undefined)
  })

  it('is what is red and was not, and what was and holds now', () => {
    expect(now(scenario([LIFE]), past(scenario()))).to.deep.equal([[LIFE], [], []])
    expect(now(scenario([LIFE]), past(scenario([LIFE])))).to.deep.equal([[], [], []])
    expect(now(scenario(), past(scenario([LIFE])))).to.deep.equal([[], [LIFE], []])
    expect(now(scenario([ORDER]), past(scenario([LIFE])))).to.deep.equal([[`AUTH-3: ${ORDER}`], [LIFE], []])
    expect(now(scenario(), past(scenario([ORDER])))).to.deep.equal([[], [`AUTH-3: ${ORDER}`], []])
  })

  it('goes by the last run in which the promise was judged', () => {
    const stopped = { verdict: 'target-unhealthy', reason: 'lost' } as const
    const lost = scenario([], { outcome: outcomeOf({ id: 'AUTH-3', stopped }) })
    expect(now(scenario([LIFE]), past(scenario()), past(lost))).to.deep.equal([[LIFE], [], []])
    expect(now(lost, past(scenario([LIFE])))).to.equal(undefined)
  })

  it('tells of a promise that is broken without a check by its own id', () => {
    const odd = scenario([], {
      status: 'FAILED',
      errors: ['NotSeen'],
      outcome: outcomeOf({ blamed: ['target'] }),
    })
    expect(now(odd, past(scenario()))).to.deep.equal([['AUTH-3'], [], []])
    expect(now(scenario(), past(odd))).to.deep.equal([[], ['AUTH-3'], []])
  })

  it('is what takes half as long again as usual, and two seconds more at least', () => {
    const before = [4_000, 4_200, 9_000].map((ms) => past(lasting(ms)))
    expect(now(lasting(6_300), ...before)).to.deep.equal([[], [], ['AUTH-3']])
    expect(now(lasting(6_100), ...before)).to.deep.equal([[], [], []])
    expect(now(lasting(2_500), past(lasting(1_000)))).to.deep.equal([[], [], []])
    expect(now(scenario([LIFE], { duration: seconds(60) }), ...before)).to.deep.equal([[LIFE], [], []])
  })
})
