import type { Envelope, Pickle, TestCase } from '@cucumber/messages'
import { styleText } from 'node:util'
import { budgetOf } from '#report/time-budget'
import { signOfStep } from '#report/words'
import type { ScenarioRecord } from '#verdict/lattice'
import { formatDuration, milliseconds } from '#waiting/duration'
import { scenarioId } from './scenario-id.ts'

interface UnderWay {
  readonly pickle: Pickle
  readonly steps: TestCase['testSteps']
  readonly since: number
  status: ScenarioRecord['status']
  step: string
}

const WORST_LAST: readonly ScenarioRecord['status'][] = [
  'PASSED',
  'SKIPPED',
  'UNDEFINED',
  'AMBIGUOUS',
  'FAILED',
]
const TONES = { good: 'green', bad: 'red', note: 'yellow' } as const
const WORDS = { good: 'kept', bad: 'broken', note: 'not looked at' } as const
const LONGEST_STEP = 60

/** Follows a run by Cucumber's messages: which promise, which step, how long of how much, how many are left. */
export class RunProgress {
  readonly #now: () => number
  readonly #pickles = new Map<string, Pickle>()
  readonly #cases = new Map<string, TestCase>()
  readonly #underWay = new Map<string, UnderWay>()
  #over = 0

  /** @param now in milliseconds, of a clock that only goes forward */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** @returns lines that stand for good, if the message makes any: a promise has begun, or is over */
  read({ pickle, testCase, testCaseStarted, testStepStarted, ...ends }: Envelope): string[] {
    if (pickle) this.#pickles.set(pickle.id, pickle)
    if (testCase) this.#cases.set(testCase.id, testCase)
    if (testStepStarted) this.#takeStep(testStepStarted.testCaseStartedId, testStepStarted.testStepId)
    if (ends.testStepFinished) {
      const { testCaseStartedId, testStepResult } = ends.testStepFinished
      this.#note(testCaseStartedId, testStepResult.status)
    }
    if (testCaseStarted) return this.#begin(testCaseStarted.id, testCaseStarted.testCaseId)
    if (ends.testCaseFinished) return this.#end(ends.testCaseFinished.testCaseStartedId)
    return []
  }

  /** What is going on now, in one line; empty when nothing is. */
  get now(): string {
    const left = this.#cases.size - this.#over
    return [...this.#underWay.values()]
      .slice(0, 1)
      .map((one) => `${scenarioId(one.pickle)} · ${one.step} · ${this.#timeOf(one)} · ${left} left`)
      .join('')
  }

  #begin(id: string, caseId: string): string[] {
    const testCase = this.#cases.get(caseId)
    const pickle = this.#pickles.get(testCase?.pickleId ?? '')
    if (!testCase || !pickle) return []
    const { testSteps: steps } = testCase
    this.#underWay.set(id, { pickle, steps, since: this.#now(), status: 'PASSED', step: 'it begins' })
    return [`▸ ${scenarioId(pickle).padEnd(7)} ${pickle.name}`]
  }

  #takeStep(id: string, stepId: string): void {
    const one = this.#underWay.get(id)
    const pickleStep = one?.steps.find((step) => step.id === stepId)?.pickleStepId
    const text = one?.pickle.steps.find((step) => step.id === pickleStep)?.text
    if (one && text) one.step = text.length > LONGEST_STEP ? `${text.slice(0, LONGEST_STEP - 1)}…` : text
  }

  #note(id: string, status: ScenarioRecord['status']): void {
    const one = this.#underWay.get(id)
    if (one && WORST_LAST.indexOf(status) > WORST_LAST.indexOf(one.status)) one.status = status
  }

  #end(id: string): string[] {
    const one = this.#underWay.get(id)
    if (!one) return []
    this.#underWay.delete(id)
    this.#over += 1
    const { mark, tone } = signOfStep(one.status)
    const word = WORDS[tone]
    const counted = `${this.#over} of ${this.#cases.size}`
    const line = `${mark} ${scenarioId(one.pickle).padEnd(7)} ${word}, ${this.#timeOf(one)} (${counted})`
    return [styleText(TONES[tone], line, { stream: process.stdout })]
  }

  #timeOf({ pickle, since }: UnderWay): string {
    const budget = budgetOf(scenarioId(pickle))
    const took = formatDuration(milliseconds(Math.round((this.#now() - since) / 100) * 100))
    return budget ? `${took} of at most ${formatDuration(budget)}` : took
  }
}
