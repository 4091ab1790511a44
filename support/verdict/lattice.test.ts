import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { CheckId } from '#expect/catalogue'
import { outcomeOf } from '#testing/outcome'
import { milliseconds } from '#waiting/duration'
import {
  EXIT_CODES,
  judgeRun,
  judgeScenario,
  VERDICTS,
  type ScenarioRecord,
  type Verdict,
} from './lattice.ts'
import type { ScenarioOutcome } from './outcome.ts'

const IDS: Readonly<Record<string, CheckId>> = {
  core: 'AUTH-1.registration-opens-a-session',
  weak: 'AUTH-1.weak-password-refused',
  foreign: 'ALWAYS.nothing-foreign-shows',
  contract: 'ALWAYS.answers-keep-the-contract',
}
const STATUSES: Readonly<Record<string, { status: string; unseen?: true; leak?: true }>> = {
  '+': { status: 'passed' },
  '-': { status: 'failed' },
  '!': { status: 'failed', leak: true },
  '~': { status: 'failed', unseen: true },
  '?': { status: 'not-testable' },
}

/** `core+ weak- foreign! weak?`: one that holds, one that does not, one by which something leaks, one that could not be made. */
function toChecks(text: string): ScenarioOutcome['checks'] {
  return (text.match(/\w+\W/g) ?? []).map((check) => {
    const [id, status] = [IDS[check.slice(0, -1)], STATUSES[check.slice(-1)]]
    const told = { id, ...status, expected: 'kept', observed: 'what was seen', reason: 'not offered here' }
    return told as ScenarioOutcome['checks'][number]
  })
}

interface Story {
  readonly checks?: string
  readonly status?: ScenarioRecord['status']
  readonly errors?: readonly string[]
  /** Whom each of them blames; the target unless told otherwise. */
  readonly blamed?: ScenarioOutcome['blamed']
  /** What it says of itself. */
  readonly outcome?: Partial<ScenarioOutcome>
  readonly saysNothing?: true
}

function record({ checks = 'core+', errors = [], status, saysNothing, ...more }: Story): ScenarioRecord {
  const blamed = more.blamed ?? errors.map(() => 'target' as const)
  return {
    id: 'AUTH-1',
    title: 'A newcomer registers',
    feature: 'features/authentication.feature',
    status: status ?? (errors.length > 0 ? 'FAILED' : 'PASSED'),
    steps: [],
    errors,
    messages: errors.map((name) => `${name}: what was said`),
    duration: milliseconds(1),
    outcome: saysNothing ? undefined : outcomeOf({ checks: toChecks(checks), blamed, ...more.outcome }),
  }
}

const BROKEN = ['NotAsPromised']
const LOST: Partial<ScenarioOutcome> = { stopped: { verdict: 'target-unhealthy', reason: 'it was lost' } }
const ENDLESS = 'the scenario did not come to its end'

const STORIES: Readonly<Record<Verdict, Readonly<Record<string, readonly [Story, string]>>>> = {
  passed: {
    'holds in all that was checked': [{}, ''],
    'holds, and something beside its core is not offered': [{ checks: 'core+ weak?' }, ''],
    'holds, and what is said once of the run is not held against it': [{ checks: 'core+ contract-' }, ''],
  },
  'isolation-violated': {
    'shows something foreign': [{ errors: BROKEN, checks: 'foreign!' }, 'Nothing of another person shows'],
    'shows something foreign beside other failures': [
      { errors: BROKEN, checks: 'weak- foreign!' },
      'Nothing of another',
    ],
    'shows something foreign, and the suite has an error': [
      { errors: ['Error'], blamed: ['suite'], checks: 'foreign!' },
      'Nothing',
    ],
    'shows something foreign, and has to end early': [{ checks: 'foreign!', outcome: LOST }, 'Nothing'],
    'shows something foreign, and is not even said to fail': [{ checks: 'foreign!' }, 'Nothing'],
  },
  failed: {
    'breaks a promise': [
      { errors: BROKEN, checks: 'weak-' },
      'A weak password is refused with a reason: what',
    ],
    'breaks a promise, and is not even said to fail': [{ checks: 'core+ weak-' }, 'A weak'],
    'breaks a promise of isolation by which nobody is shown anything': [
      { errors: BROKEN, checks: 'foreign-' },
      'Nothing of another',
    ],
    'breaks a promise that has nothing to do with isolation, whatever it says of a leak': [
      { errors: BROKEN, checks: 'weak!' },
      'A weak password',
    ],
    'shows nothing, so that nobody can tell what it would show': [
      { errors: BROKEN, checks: 'foreign~' },
      'Nothing of another',
    ],
    'breaks a promise without its core': [{ errors: BROKEN, checks: 'core? weak-' }, 'A weak password'],
  },
  'target-unhealthy': {
    'has to end early, through no fault of its own': [{ outcome: LOST }, 'it was lost'],
    'has to end early, and fails by it': [
      { errors: ['NotObserved'], blamed: ['run'], outcome: LOST },
      'it was lost',
    ],
  },
  'harness-error': {
    'meets an error of the suite': [{ errors: ['TypeError'], blamed: ['suite'] }, 'TypeError: what was said'],
    'meets an error of the suite after a failure': [
      { errors: [...BROKEN, 'TypeError'], blamed: ['target', 'suite'], checks: 'weak-' },
      'A weak',
    ],
    'meets an error that did not come from a step or a hook': [
      { errors: [...BROKEN, 'Error'], blamed: ['target'], checks: 'weak-' },
      'A weak',
    ],
    'fails before anybody could be blamed': [{ errors: ['Error'], blamed: [] }, 'Error: what was said'],
    'fails and says nothing of itself': [{ errors: BROKEN, saysNothing: true }, 'NotAsPromised: what'],
    'is broken off by the end of a run that nobody has ended': [
      { errors: ['CallStopped'], blamed: ['run'] },
      'CallStopped: what was said',
    ],
    'checks nothing': [{ checks: '' }, 'nothing was checked'],
    'has a step that is not defined': [{ status: 'UNDEFINED' }, 'a step is undefined'],
    'is skipped, and nobody says why': [{ status: 'SKIPPED' }, 'a step is skipped'],
    'never comes to its end': [{ status: 'UNKNOWN', saysNothing: true }, ENDLESS],
    'passes without saying anything of itself': [{ saysNothing: true }, ENDLESS],
  },
  'not-testable': {
    'has a core that is not offered': [{ checks: 'core? weak+' }, 'not offered here'],
    'has nothing that is offered': [{ checks: 'weak? foreign+' }, 'not offered here'],
    'cannot be tested as a whole': [{ status: 'SKIPPED', outcome: { untestable: 'no secret' } }, 'no secret'],
  },
  degraded: {},
  'known-failure': {},
  'passed-with-deviations': {},
}

describe('A scenario that', () => {
  for (const [verdict, stories] of Object.entries(STORIES)) {
    for (const [what, [story, reason]] of Object.entries(stories)) {
      it(`${what} is ${verdict}`, () => {
        const judged = judgeScenario(record(story))
        expect(judged.verdict).to.equal(verdict)
        if (reason === '') expect(judged.reason).to.equal('')
        else expect(judged.reason).to.match(new RegExp(`^${reason}`))
      })
    }
  }

  it('fails goes by whom its errors blame, and by no name of theirs', () => {
    const errors = ['AnythingAtAll']
    expect(judgeScenario(record({ errors }))).to.deep.equal({
      verdict: 'failed',
      reason: 'AnythingAtAll: what was said',
    })
    expect(judgeScenario(record({ errors, blamed: ['suite'] })).verdict).to.equal('harness-error')
  })

  it('fails is told in a sentence: what was seen is cut, and gives no secret away', () => {
    const told = record({ errors: BROKEN, checks: 'weak-' })
    const checks = told.outcome?.checks.map((check) => ({
      ...check,
      observed: `eyJhbGci.eyJz.c2ln ${'x'.repeat(900)}`,
    }))
    const { reason } = judgeScenario({ ...told, outcome: Object.assign({}, told.outcome, { checks }) })
    expect(reason)
      .to.match(/: \[a token\] x+…$/)
      .and.have.length.below(300)
  })
})

/** So many scenarios of each verdict. */
function run(counts: Partial<Record<Verdict, number>>): Verdict {
  const scenarios = VERDICTS.flatMap((verdict) =>
    Array.from({ length: counts[verdict] ?? 0 }, () => ({ verdict, reason: '' })),
  )
  return judgeRun(scenarios)
}

describe('The verdicts', () => {
  it('stand in one order, worst first', () => {
    expect(VERDICTS).to.deep.equal([
      'isolation-violated',
      'failed',
      'harness-error',
      'target-unhealthy',
      'not-testable',
      'degraded',
      'known-failure',
      'passed-with-deviations',
      'passed',
    ])
  })

  it('have an exit code each, and only what has passed ends with zero, to the letter or as far as is known', () => {
    expect(EXIT_CODES).to.deep.equal({
      passed: 0,
      'passed-with-deviations': 0,
      'known-failure': 0,
      failed: 1,
      'isolation-violated': 2,
      'harness-error': 3,
      'target-unhealthy': 4,
      'not-testable': 5,
      degraded: 6,
    })
  })
})

describe('A run', () => {
  it('has passed when every scenario has', () => {
    expect(run({ passed: 20 })).to.equal('passed')
  })

  it('has not passed when nothing was run', () => {
    expect(run({})).to.equal('harness-error')
  })

  const worse: readonly (readonly [Partial<Record<Verdict, number>>, Verdict])[] = [
    [{ passed: 19, 'isolation-violated': 1 }, 'isolation-violated'],
    [{ failed: 19, 'isolation-violated': 1 }, 'isolation-violated'],
    [{ passed: 19, failed: 1 }, 'failed'],
    [{ 'harness-error': 19, failed: 1 }, 'failed'],
    [{ passed: 19, 'harness-error': 1 }, 'harness-error'],
    [{ 'target-unhealthy': 19, 'harness-error': 1 }, 'harness-error'],
    [{ passed: 19, 'target-unhealthy': 1 }, 'target-unhealthy'],
    [{ 'not-testable': 19, 'target-unhealthy': 1 }, 'target-unhealthy'],
    [{ passed: 15, 'not-testable': 4, failed: 1 }, 'failed'],
    [{ passed: 15, 'not-testable': 4, 'isolation-violated': 1 }, 'isolation-violated'],
  ]
  for (const [counts, verdict] of worse) {
    it(`is as bad as its worst scenario: ${JSON.stringify(counts)} is ${verdict}`, () => {
      expect(run(counts)).to.equal(verdict)
    })
  }

  const untestable: readonly (readonly [number, number, Verdict])[] = [
    [19, 1, 'degraded'],
    [15, 5, 'degraded'],
    [14, 6, 'not-testable'],
    [0, 20, 'not-testable'],
    [3, 1, 'degraded'],
    [2, 1, 'not-testable'],
  ]
  for (const [passed, rest, verdict] of untestable) {
    it(`of which ${passed} passed and ${rest} could not be tested is ${verdict}`, () => {
      expect(run({ passed, 'not-testable': rest })).to.equal(verdict)
    })
  }
})
