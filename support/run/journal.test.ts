import { describe, it } from 'node:test'
import type { Envelope } from '@cucumber/messages'
import { expect } from 'chai'
import type { ScenarioRecord } from '#verdict/lattice'
import { seconds } from '#waiting/duration'
import { OUTCOME_MEDIA_TYPE, type ScenarioOutcome } from '#verdict/outcome'
import { Journal } from './journal.ts'

const OUTCOME: ScenarioOutcome = {
  id: 'AUTH-1',
  checks: [{ status: 'passed', id: 'AUTH-1.one-identity-everywhere', expected: 'one', observed: 'one' }],
  notReached: [],
  blamed: [],
  methods: ['password'],
  notes: [],
  deviations: [],
  leftBehind: [],
  evidence: 'evidence/AUTH-1',
  exhibits: [],
  exchanges: 3,
  frames: 2,
}

/** Messages are given as far as they matter. */
const say = (message: object): Envelope => message
const at = (second: number): object => ({ seconds: second, nanos: 500_000_000 })

const FEATURE = say({
  gherkinDocument: {
    uri: 'features/authentication.feature',
    feature: {
      name: 'Authentication',
      description: '  Who.\n\n  Protects: $50K+ MRR',
      children: [{ scenario: { steps: [{ id: 'a-1', keyword: 'When ', location: { line: 12 } }] } }],
    },
  },
})
const PLAN = [
  say({
    pickle: {
      id: 'p-1',
      uri: 'features/authentication.feature',
      name: 'A newcomer registers',
      tags: [{ name: '@auth' }, { name: '@AUTH-1' }],
      steps: [{ id: 'ps-1', astNodeIds: ['a-1'], text: 'Asha registres' }],
    },
  }),
  say({ testCase: { id: 'c-1', pickleId: 'p-1', testSteps: [{ id: 't-1', pickleStepId: 'ps-1' }] } }),
]
const START = say({ testCaseStarted: { id: 's-1', testCaseId: 'c-1', timestamp: at(10) } })
const END = say({ testCaseFinished: { testCaseStartedId: 's-1', timestamp: at(12) } })

const step = (status: string, exception?: object): Envelope =>
  say({
    testStepFinished: { testCaseStartedId: 's-1', testStepId: 't-1', testStepResult: { status, exception } },
  })

const attachment = (body: string, contentEncoding: string, mediaType = OUTCOME_MEDIA_TYPE): Envelope =>
  say({ attachment: { testCaseStartedId: 's-1', body, contentEncoding, mediaType } })

function read(...envelopes: readonly Envelope[]): Journal {
  const journal = new Journal()
  for (const envelope of [FEATURE, ...PLAN, ...envelopes]) journal.read(envelope)
  return journal
}

const only = ({ scenarios }: Journal): ScenarioRecord | undefined => scenarios[0]

describe('The journal of a run', () => {
  it('names the place and the words of a step that no phrase says', () => {
    expect(only(read(START, step('UNDEFINED'), END))?.messages).to.deep.equal([
      'features/authentication.feature:12: no phrase says "Asha registres": docs/phrases.md has all of them',
    ])
  })

  it('knows every feature, and what it protects', () => {
    expect(read().features).to.deep.equal([
      { uri: 'features/authentication.feature', name: 'Authentication', protects: '$50K+ MRR' },
    ])
  })

  it('tells of a scenario what Cucumber and the scenario itself have said', () => {
    const told = attachment(JSON.stringify(OUTCOME), 'IDENTITY')
    expect(read(START, step('PASSED'), step('PASSED'), told, END).scenarios).to.deep.equal([
      {
        id: 'AUTH-1',
        title: 'A newcomer registers',
        feature: 'features/authentication.feature',
        status: 'PASSED',
        steps: [
          { text: 'When Asha registres', status: 'PASSED', place: 'features/authentication.feature:12' },
          { text: 'When Asha registres', status: 'PASSED', place: 'features/authentication.feature:12' },
        ],
        errors: [],
        messages: [],
        duration: seconds(2),
        outcome: OUTCOME,
      },
    ])
  })

  it('has no scenario that was only planned', () => {
    expect(read().scenarios).to.deep.equal([])
  })

  it('can tell at any moment of a scenario that has not come to its end', () => {
    expect(only(read(START, step('PASSED')))).to.deep.include({
      status: 'UNKNOWN',
      duration: seconds(0),
      outcome: undefined,
    })
  })

  it('understands what a scenario says of itself in either encoding', () => {
    const body = Buffer.from(JSON.stringify(OUTCOME)).toString('base64')
    expect(only(read(START, attachment(body, 'BASE64'), END))?.outcome).to.deep.equal(OUTCOME)
  })

  it('understands whom its errors blame, and what has leaked', () => {
    const leak = { ...OUTCOME.checks[0], status: 'failed', leak: true }
    const outcome = { ...OUTCOME, blamed: ['target', 'suite'], checks: [leak] }
    expect(only(read(START, attachment(JSON.stringify(outcome), 'IDENTITY'), END))?.outcome).to.deep.equal(
      outcome,
    )
  })

  it('takes no other attachment for it', () => {
    const picture = attachment('{}', 'IDENTITY', 'application/json')
    expect(only(read(START, picture, END))?.outcome).to.equal(undefined)
  })

  it('accepts no account that is not as agreed, such as a check that nobody knows', () => {
    const strange = { ...OUTCOME, checks: [{ ...OUTCOME.checks[0], id: 'AUTH-1.never-heard-of' }] }
    expect(() => read(START, attachment(JSON.stringify(strange), 'IDENTITY'))).to.throw()
    expect(() =>
      read(START, attachment(JSON.stringify({ ...OUTCOME, blamed: ['nobody'] }), 'IDENTITY')),
    ).to.throw()
    expect(() => read(START, attachment('no account', 'IDENTITY'))).to.throw()
  })

  it('tells every error by its class, and the first line of what it said', () => {
    const broken = { type: 'NotAsPromised', message: 'The newcomer is the same person\n  expected  one' }
    const record = only(read(START, step('FAILED', broken), step('FAILED', { type: 'TypeError' }), END))
    expect(record?.errors).to.deep.equal(['NotAsPromised', 'TypeError'])
    expect(record?.messages).to.deep.equal(['NotAsPromised: The newcomer is the same person', 'TypeError: '])
  })

  const statuses: readonly (readonly [readonly string[], string])[] = [
    [['PASSED', 'FAILED', 'SKIPPED'], 'FAILED'],
    [['PASSED', 'UNDEFINED', 'SKIPPED'], 'UNDEFINED'],
    [['PASSED', 'SKIPPED', 'PASSED'], 'SKIPPED'],
    [['AMBIGUOUS', 'FAILED', 'UNDEFINED'], 'FAILED'],
    [['UNDEFINED', 'AMBIGUOUS'], 'AMBIGUOUS'],
    [['PENDING', 'PASSED'], 'PENDING'],
    [[], 'UNKNOWN'],
  ]
  for (const [steps, status] of statuses) {
    it(`says of a scenario the worst of its steps: ${steps.join(', ') || 'none'} is ${status}`, () => {
      expect(only(read(START, ...steps.map((each) => step(each)), END))?.status).to.equal(status)
    })
  }
})
