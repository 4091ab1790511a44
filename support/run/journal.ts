import {
  AttachmentContentEncoding,
  TestStepResultStatus,
  type Attachment,
  type Envelope,
  type GherkinDocument,
  type Pickle,
  type TestCase,
  type TestStepResult,
} from '@cucumber/messages'
import type { FeatureRecord } from '#verdict/conclusion'
import { OUTCOME_MEDIA_TYPE, ScenarioOutcome } from '#verdict/outcome'
import { protectedBy } from '#verdict/business-value'
import type { ScenarioRecord, StepRecord } from '#verdict/lattice'
import { parseJson } from '#contract/json'
import { milliseconds } from '#waiting/duration'
import { scenarioId } from './scenario-id.ts'
import { placeOf, wordsOf } from './step-place.ts'

interface Progress {
  readonly pickle: Pickle
  readonly startedMs: number
  endedMs: number | undefined
  readonly results: TestStepResult[]
  readonly steps: StepRecord[]
  /** Steps that say what no phrase says, each in a line that names its place. */
  readonly strange: string[]
  outcome: ScenarioOutcome | undefined
}

const WORST_FIRST = ['FAILED', 'AMBIGUOUS', 'UNDEFINED', 'PENDING', 'SKIPPED', 'UNKNOWN', 'PASSED'] as const

/** Follows a run by Cucumber's own messages, so that what was seen so far can be told at any moment. */
export class Journal {
  readonly features: FeatureRecord[] = []
  readonly #pickles = new Map<string, Pickle>()
  readonly #cases = new Map<string, Pickle>()
  readonly #documents = new Map<string, GherkinDocument>()
  /** By the id of a step of a case: how it is written, and where. */
  readonly #written = new Map<
    string,
    { readonly words: string; readonly place: string; readonly text: string }
  >()
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
      this.#documents.set(gherkinDocument.uri ?? '', gherkinDocument)
      this.features.push({ uri: gherkinDocument.uri ?? '', name, protects: protectedBy(description) })
    }
    if (pickle) this.#pickles.set(pickle.id, pickle)
    if (testCase) this.#assign(testCase)
  }

  #readProgress({ testCaseStarted, testStepFinished, testCaseFinished, attachment }: Envelope): void {
    if (testCaseStarted) {
      const { id, testCaseId, timestamp } = testCaseStarted
      this.#start(id, testCaseId, toMs(timestamp))
    }
    if (testStepFinished) {
      const { testCaseStartedId, testStepId, testStepResult } = testStepFinished
      const progress = this.#progress.get(testCaseStartedId)
      const [written, { status }] = [this.#written.get(testStepId), testStepResult]
      progress?.results.push(testStepResult)
      if (written) progress?.steps.push({ text: written.words, status, place: written.place })
      const isStrange = status === TestStepResultStatus.UNDEFINED
      if (isStrange) progress?.strange.push(tellStrange(written))
    }
    if (attachment?.mediaType === OUTCOME_MEDIA_TYPE && attachment.testCaseStartedId !== undefined) {
      this.#noteOutcome(attachment.testCaseStartedId, decode(attachment))
    }
    const finished = testCaseFinished && this.#progress.get(testCaseFinished.testCaseStartedId)
    if (finished) finished.endedMs = toMs(testCaseFinished.timestamp)
  }

  #assign({ id, pickleId, testSteps }: TestCase): void {
    const pickle = this.#pickles.get(pickleId)
    if (!pickle) return
    this.#cases.set(id, pickle)
    const document = this.#documents.get(pickle.uri)
    for (const { id: stepId, pickleStepId } of testSteps) {
      const step = pickle.steps.find((one) => one.id === pickleStepId)
      if (!step) continue
      const place = document ? placeOf(document, step) : pickle.uri
      const words = document ? wordsOf(document, step) : step.text
      this.#written.set(stepId, { words, place, text: step.text })
    }
  }

  #start(id: string, testCaseId: string, startedMs: number): void {
    const pickle = this.#cases.get(testCaseId)
    if (!pickle) return
    const begun = { endedMs: undefined, results: [], steps: [], strange: [], outcome: undefined }
    this.#progress.set(id, { pickle, startedMs, ...begun })
  }

  #noteOutcome(id: string, text: string): void {
    const progress = this.#progress.get(id)
    if (progress) progress.outcome = ScenarioOutcome.parse(parseJson(text))
  }

  #toRecord({ pickle, startedMs, endedMs, results, steps, strange, outcome }: Progress): ScenarioRecord {
    const statuses = new Set<string>(results.map(({ status }) => status))
    const isOver = endedMs !== undefined
    const exceptions = results.flatMap(({ exception }) => exception ?? [])
    return {
      id: scenarioId(pickle),
      title: pickle.name,
      feature: pickle.uri,
      status: isOver ? (WORST_FIRST.find((status) => statuses.has(status)) ?? 'UNKNOWN') : 'UNKNOWN',
      steps,
      errors: exceptions.map(({ type }) => type),
      messages: [
        ...exceptions.map(({ type, message }) => `${type}: ${(message ?? '').split('\n')[0] ?? ''}`),
        ...strange,
      ],
      duration: milliseconds((endedMs ?? startedMs) - startedMs),
      outcome,
    }
  }
}

function tellStrange(written: { readonly place: string; readonly text: string } | undefined): string {
  if (!written) return 'a step is undefined'
  return `${written.place}: no phrase says "${written.text}": docs/phrases.md has all of them`
}

function decode({ body, contentEncoding }: Attachment): string {
  return contentEncoding === AttachmentContentEncoding.BASE64
    ? Buffer.from(body, 'base64').toString('utf8')
    : body
}

function toMs({ seconds, nanos }: { seconds: number; nanos: number }): number {
  return seconds * 1000 + nanos / 1e6
}
