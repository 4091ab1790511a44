import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { CheckId } from '#expect/catalogue'
import { judgeScenario, type ScenarioRecord, type Verdict } from './lattice.ts'
import type { ScenarioOutcome } from './outcome.ts'

const IDS: Readonly<Record<string, CheckId>> = {
  core: 'AUTH-1.registration-opens-a-session',
  weak: 'AUTH-1.weak-password-refused',
  foreign: 'ALWAYS.nothing-foreign-shows',
}
const STATUSES: Readonly<Record<string, { status: string; unseen?: true }>> = {
  '+': { status: 'passed' },
  '-': { status: 'failed' },
  '~': { status: 'failed', unseen: true },
  '?': { status: 'not-testable' },
}

/** `core+ weak- foreign?`: one that holds, one that does not, one that could not be made. */
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
  /** What it says of itself. */
  readonly outcome?: Partial<ScenarioOutcome>
  readonly saysNothing?: true
}

function record({ checks = 'core+', errors = [], status, outcome, saysNothing }: Story): ScenarioRecord {
  const nothing = {
    ...{ methods: [], notes: [], leftBehind: [], evidence: '', exhibits: [], exchanges: 0 },
    frames: 0,
  }
  return {
    id: 'AUTH-1',
    title: 'A newcomer registers',
    feature: 'features/authentication.feature',
    status: status ?? (errors.length > 0 ? 'FAILED' : 'PASSED'),
    errors,
    messages: errors.map((name) => `${name}: what was said`),
    durationMs: 1,
    outcome: saysNothing ? undefined : { id: 'AUTH-1', checks: toChecks(checks), ...nothing, ...outcome },
  }
}

const BROKEN = ['NotAsPromised']
const LOST: Partial<ScenarioOutcome> = { stopped: { verdict: 'target-unhealthy', reason: 'it was lost' } }
const ENDLESS = 'the scenario did not come to its end'

const STORIES: Readonly<Record<Verdict, Readonly<Record<string, readonly [Story, string]>>>> = {
  passed: {
    'holds in all that was checked': [{}, ''],
    'holds, and something beside its core is not offered': [{ checks: 'core+ weak?' }, ''],
  },
  'isolation-violated': {
    'shows something foreign': [{ errors: BROKEN, checks: 'foreign-' }, 'Nothing of another person shows'],
    'shows something foreign beside other failures': [
      { errors: BROKEN, checks: 'weak- foreign-' },
      'Nothing of another',
    ],
    'shows something foreign, and the suite has an error': [
      { errors: ['Error'], checks: 'foreign-' },
      'Nothing',
    ],
    'shows something foreign, and has to end early': [{ checks: 'foreign-', outcome: LOST }, 'Nothing'],
    'shows something foreign, and is not even said to fail': [{ checks: 'foreign-' }, 'Nothing'],
  },
  failed: {
    'breaks a promise': [
      { errors: BROKEN, checks: 'weak-' },
      'A weak password is refused with a reason: what',
    ],
    'breaks a promise, and is not even said to fail': [{ checks: 'core+ weak-' }, 'A weak'],
    'shows nothing, so that nobody can tell what it would show': [
      { errors: BROKEN, checks: 'foreign~' },
      'Nothing of another',
    ],
    'breaks a promise without its core': [{ errors: BROKEN, checks: 'core? weak-' }, 'A weak password'],
  },
  'target-unhealthy': {
    'has to end early, through no fault of its own': [{ outcome: LOST }, 'it was lost'],
    'has to end early, and fails by it': [{ errors: ['NotObserved'], outcome: LOST }, 'it was lost'],
  },
  'harness-error': {
    'meets an error of the suite': [{ errors: ['TypeError'] }, 'TypeError: what was said'],
    'meets an error of the suite after a failure': [
      { errors: [...BROKEN, 'TypeError'], checks: 'weak-' },
      'A weak',
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

  const ofTheTarget = [
    'NotAsPromised',
    'NotObserved',
    'UnexpectedAnswer',
    'NoAnswer',
    'NoLine',
    'NotSignedIn',
  ]
  for (const name of [...ofTheTarget, 'UnreadableToken', 'LostAtProvider']) {
    it(`fails by ${name} says something about the target`, () => {
      const judged = judgeScenario(record({ errors: [name] }))
      expect(judged).to.deep.equal({ verdict: 'failed', reason: `${name}: what was said` })
    })
  }

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
