import { describe, it } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import type { Envelope } from '@cucumber/messages'
import { expect } from 'chai'
import { RunProgress } from './progress.ts'

/** Messages are given as far as they matter. */
const say = (message: object): Envelope => message

const pickle = (id: string, name: string): Envelope =>
  say({ pickle: { id, name, tags: [{ name: `@${id}` }], steps: [{ id: `${id}-1`, text: 'Asha signs in' }] } })
const testCase = (id: string): Envelope =>
  say({
    testCase: {
      id: `c-${id}`,
      pickleId: id,
      testSteps: [{ id: 'hook' }, { id: 's', pickleStepId: `${id}-1` }],
    },
  })
const PLAN = ['AUTH-3', 'LIVE-1'].flatMap((id) => [pickle(id, `What ${id} promises`), testCase(id)])

const begin = (id: string): Envelope => say({ testCaseStarted: { id: `r-${id}`, testCaseId: `c-${id}` } })
const step = (id: string, testStepId: string): Envelope =>
  say({ testStepStarted: { testCaseStartedId: `r-${id}`, testStepId } })
const settle = (id: string, status: string): Envelope =>
  say({ testStepFinished: { testCaseStartedId: `r-${id}`, testStepResult: { status } } })
const end = (id: string): Envelope => say({ testCaseFinished: { testCaseStartedId: `r-${id}` } })

/** Reads messages, a second apart. @returns the lines that stand, and what was going on after the last one */
function follow(...messages: readonly Envelope[]): { lines: string[]; now: string } {
  let at = 0
  const progress = new RunProgress(() => at)
  for (const message of PLAN) progress.read(message)
  const lines = messages.flatMap((message) => {
    at += 1_000
    return progress.read(message)
  })
  return { lines: lines.map(stripVTControlCharacters), now: progress.now }
}

describe('The progress of a run', () => {
  it('says what begins, and what became of it, how long of how much, and how many are over', () => {
    const { lines, now } = follow(
      begin('AUTH-3'),
      step('AUTH-3', 's'),
      settle('AUTH-3', 'PASSED'),
      end('AUTH-3'),
    )
    expect(lines).to.deep.equal([
      '▸ AUTH-3  What AUTH-3 promises',
      '✔ AUTH-3  kept, 3 s of at most 1 min (1 of 2)',
    ])
    expect(now).to.equal('')
  })

  it('says which step is under way, and how many are left', () => {
    const { now } = follow(begin('AUTH-3'), step('AUTH-3', 'hook'), step('AUTH-3', 's'))
    expect(now).to.equal('AUTH-3 · Asha signs in · 2 s of at most 1 min · 2 left')
  })

  it('tells the worst of its steps', () => {
    const settled = ['PASSED', 'FAILED', 'SKIPPED'].map((status) => settle('LIVE-1', status))
    expect(follow(begin('LIVE-1'), ...settled, end('LIVE-1')).lines[1]).to.match(
      /^✘ LIVE-1 {2}broken, 4 s \(1 of 2\)$/,
    )
    expect(follow(begin('LIVE-1'), settle('LIVE-1', 'SKIPPED'), end('LIVE-1')).lines[1]).to.include(
      '– LIVE-1',
    )
  })
})
