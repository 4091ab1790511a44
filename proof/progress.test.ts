import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import { Progress } from './progress.ts'
import type { TrialResult } from './trial.ts'

const TRIAL: TrialResult = {
  ...{ id: 'ignores-expiry', wrong: 'It is wrong', reference: 'RFC 1', noticed: true, tried: true },
  ...{ seconds: 10, told: 'the door is open', named: ['AUTH-5.a'], red: ['AUTH-5.a'] },
}
const PREPARED_MS = 60_000

/** @returns the lines that stand in a file, when a trial of ten seconds ends every ten seconds */
function follow(context: TestContext, total: number, trials: readonly TrialResult[]): string[] {
  const lines: string[] = []
  context.mock.timers.enable({ apis: ['Date'] })
  Object.defineProperty(process.stdout, 'isTTY', { value: false, configurable: true })
  context.mock.method(console, 'log', (text: string) => lines.push(stripVTControlCharacters(text)))
  const progress = new Progress(total)
  context.mock.timers.tick(PREPARED_MS)
  for (const trial of trials) {
    context.mock.timers.tick(10_000)
    progress.tell(trial)
  }
  progress.end()
  return lines
}

describe('Progress', () => {
  const many = Array.from({ length: 25 }, () => TRIAL)

  it('tells of each trial what came of it', (context) => {
    const lines = follow(context, 3, [
      TRIAL,
      { ...TRIAL, noticed: false, tried: false, told: 'not tried: x' },
    ])
    assert.deepEqual(lines, ['✔ ignores-expiry\n    the door is open', '– ignores-expiry\n    not tried: x'])
  })

  it('tells after 25 trials how long it goes on, and leaves out what came before the first', (context) => {
    assert.equal(follow(context, 100, many).at(-1), '25 of 100, about 750 s left')
  })

  it('counts what was not noticed', (context) => {
    const lines = follow(context, 25, [...many.slice(1), { ...TRIAL, noticed: false }])
    assert.equal(lines.at(-1), '25 of 25, 1 not noticed, about 0 s left')
  })
})
