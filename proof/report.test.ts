import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { z } from 'zod'
import type { PlantedDefect } from './defect.ts'
import { conclude, describeTrial, type Proof } from './report.ts'
import type { RunOutcome } from './suite.ts'
import { notTried, type TrialResult } from './trial.ts'

const DEFECT: PlantedDefect = {
  ...{ id: 'ignores-expiry', wrong: 'Passes whose time is over are good', reference: 'RFC 7519' },
  ...{ reddens: [{ check: 'AUTH-5.expired-refused', because: /is open/ }], spares: ['AUTH-1'] },
}
const [CHECK] = DEFECT.reddens.map(({ check }) => check)
const checks = [{ id: CHECK ?? '', status: 'passed' as const }]
const GREEN: RunOutcome = {
  ...{ verdict: 'passed', sentence: 'all is well' },
  scenarios: [{ id: 'AUTH-5', verdict: 'passed', reason: '', checks }],
}
const UNTRIED = notTried(DEFECT, 'the process of the suite ended (SIGKILL)')
const NOTICED: TrialResult = {
  ...UNTRIED,
  ...{ noticed: true, tried: true, told: 'it is open', red: UNTRIED.named },
}

const SCOPE = { commit: 'c0ffee', isWhole: true, isQuick: false, shard: undefined }

function proofOf(trials: readonly TrialResult[], after: RunOutcome | undefined = GREEN): Proof {
  return conclude({ before: GREEN, trials, after }, SCOPE, 60)
}

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0]
const published = z.fromJSONSchema(
  JSON.parse(readFileSync(new URL('../docs/proof.schema.json', import.meta.url), 'utf8')) as JsonSchema,
)

describe('A proof', () => {
  it('is written as the published schema has it, whatever has come of it', () => {
    const sound = { ...NOTICED, isSound: true as const, isSecond: true as const, seconds: 2.5 }
    for (const { record } of [proofOf([NOTICED, sound]), proofOf([UNTRIED]), conclude('lost', SCOPE, 1)]) {
      const written = JSON.parse(JSON.stringify(record)) as object
      assert.equal(published.safeParse(written).error, undefined)
      assert.equal(published.safeParse({ ...written, trials: [{ id: 7 }] }).success, false)
    }
  })

  it('holds when every defect was noticed', () => {
    const { exitCode, text, record } = proofOf([NOTICED])
    assert.deepEqual([exitCode, record.faults], [0, []])
    assert.match(text, /^\nPROVED: 1 of 1/)
    assert.doesNotMatch(text, /again|not tried/)
  })

  it('names what was noticed only when it was tried alone', () => {
    const { exitCode, text } = proofOf([{ ...NOTICED, isSecond: true }])
    assert.equal(exitCode, 0)
    assert.match(text, /again {5}noticed only when tried alone: ignores-expiry/)
  })

  it('fails when a defect was not tried, and says how to try it again', () => {
    const { exitCode, text, record } = proofOf([UNTRIED])
    assert.deepEqual([exitCode, record.proved, record.noticed], [1, false, 0])
    assert.match(text, /NOT PROVED: 0 of 1 planted defects noticed/)
    assert.match(text, /not tried 1 of 1/)
    assert.match(text, /✘ ignores-expiry: not tried: the process of the suite ended \(SIGKILL\)/)
    assert.match(text, /npm run prove -- --only ignores-expiry$/)
  })

  it('does not count a check as shown to fail by a defect that was not tried', () => {
    assert.match(proofOf([UNTRIED]).text, /checks {4}0 of 1 shown to fail/)
  })

  it('keeps its trials when the undamaged platform could not be tried after them', () => {
    const broken = { verdict: 'not-tried', sentence: 'not tried: interrupted', scenarios: [] }
    const { exitCode, record } = proofOf([NOTICED], broken)
    assert.deepEqual([exitCode, record.noticed], [1, 1])
    assert.deepEqual(record.faults, ['the undamaged platform is not green after: not tried: interrupted'])
  })

  it('fails with a reason when it could not be begun', () => {
    const scope = { commit: 'c0ffee', isWhole: true, isQuick: false, shard: undefined }
    const { exitCode, record } = conclude('PostgreSQL cannot start', scope, 1)
    assert.deepEqual([exitCode, record.faults], [1, ['PostgreSQL cannot start']])
  })
})

describe('A trial in the terminal', () => {
  const marks = {
    '✔': NOTICED,
    '–': UNTRIED,
    '✘': { ...NOTICED, noticed: false },
  }
  for (const [mark, trial] of Object.entries(marks))
    it(`has ${mark} before its name`, () => {
      assert(describeTrial(trial).startsWith(`${mark} ignores-expiry\n`))
    })

  it('is two short lines, whatever was seen', () => {
    const [, second = '', ...more] = describeTrial({ ...NOTICED, told: 'a\nb '.repeat(200) }).split('\n')
    assert.deepEqual([more.length, second.length], [0, 155])
  })
})
