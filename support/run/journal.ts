import {
  AttachmentContentEncoding,
  type Attachment,
  type Envelope,
  type Pickle,
  type TestStepResult,
} from '@cucumber/messages'
import type { FeatureRecord } from '#verdict/conclusion'
import { OUTCOME_MEDIA_TYPE, ScenarioOutcome } from '#verdict/outcome'
import { protectedBy } from '#verdict/business-value'
import type { ScenarioRecord } from '#verdict/lattice'
import { parseJson } from '#contract/json'
import { milliseconds } from '#waiting/duration'
import { scenarioId } from './scenario-id.ts'

interface Progress {
  readonly pickle: Pickle
  readonly startedMs: number
  endedMs: number | undefined
  readonly results: TestStepResult[]
  outcome: ScenarioOutcome | undefined
}

const WORST_FIRST = ['FAILED', 'AMBIGUOUS', 'UNDEFINED', 'PENDING', 'SKIPPED', 'UNKNOWN', 'PASSED'] as const

/** Follows a run by Cucumber's own messages, so that what was seen so far can be told at any moment. */
export class Journal {
  readonly features: FeatureRecord[] = []
  readonly #pickles = new Map<string, Pickle>()
  readonly #cases = new Map<string, Pickle>()
  readonly #progress = new Map<string, Progress>()

  read(envelope: Envelope): void {
    this.#readPlan(envelope)
    this.#readProgress(envelope)
  }

  /** Every scenario that was begun, in order. */
  get scenarios(): ScenarioRecord[] {
    return [...this.#progress.values()].map((progress) => this.#toRecord(progress))
  }

  #readPlan({ gherkinDocument, pickle, testCase }: Envelope): void {
    if (gherkinDocument?.feature) {
      const { name, description } = gherkinDocument.feature
      this.features.push({ uri: gherkinDocument.uri ?? '', name, protects: protectedBy(description) })
    }
    if (pickle) this.#pickles.set(pickle.id, pickle)
    if (testCase) this.#assign(testCase.id, testCase.pickleId)
  }

  #readProgress({ testCaseStarted, testStepFinished, testCaseFinished, attachment }: Envelope): void {
    if (testCaseStarted) {
      const { id, testCaseId, timestamp } = testCaseStarted
      this.#start(id, testCaseId, toMs(timestamp))
    }
    if (testStepFinished) {
      this.#progress.get(testStepFinished.testCaseStartedId)?.results.push(testStepFinished.testStepResult)
    }
    if (attachment?.mediaType === OUTCOME_MEDIA_TYPE && attachment.testCaseStartedId !== undefined) {
      this.#noteOutcome(attachment.testCaseStartedId, decode(attachment))
    }
    const finished = testCaseFinished && this.#progress.get(testCaseFinished.testCaseStartedId)
    if (finished) finished.endedMs = toMs(testCaseFinished.timestamp)
  }

  #assign(testCaseId: string, pickleId: string): void {
    const pickle = this.#pickles.get(pickleId)
    if (pickle) this.#cases.set(testCaseId, pickle)
  }

  #start(id: string, testCaseId: string, startedMs: number): void {
    const pickle = this.#cases.get(testCaseId)
    if (pickle)
      this.#progress.set(id, { pickle, startedMs, endedMs: undefined, results: [], outcome: undefined })
  }

  #noteOutcome(id: string, text: string): void {
    const progress = this.#progress.get(id)
    if (progress) progress.outcome = ScenarioOutcome.parse(parseJson(text))
  }

  #toRecord({ pickle, startedMs, endedMs, results, outcome }: Progress): ScenarioRecord {
    const statuses = new Set<string>(results.map(({ status }) => status))
    const isOver = endedMs !== undefined
    const exceptions = results.flatMap(({ exception }) => exception ?? [])
    return {
      id: scenarioId(pickle),
      title: pickle.name,
      feature: pickle.uri,
      status: isOver ? (WORST_FIRST.find((status) => statuses.has(status)) ?? 'UNKNOWN') : 'UNKNOWN',
      errors: exceptions.map(({ type }) => type),
      messages: exceptions.map(({ type, message }) => `${type}: ${(message ?? '').split('\n')[0] ?? ''}`),
      duration: milliseconds((endedMs ?? startedMs) - startedMs),
      outcome,
    }
  }
}

function decode({ body, contentEncoding }: Attachment): string {
  return contentEncoding === AttachmentContentEncoding.BASE64
    ? Buffer.from(body, 'base64').toString('utf8')
    : body
}

function toMs({ seconds, nanos }: { seconds: number; nanos: number }): number {
  return seconds * 1000 + nanos / 1e6
}
