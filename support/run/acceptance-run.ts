import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Envelope, Pickle } from '@cucumber/messages'
import { compareWithPast } from '#report/history-file'
import { describeRun } from '#report/terminal'
import { findNote, publishRun, removeNotes } from '#target/run-context'
import type { RunAbort, RunContext } from '#target/run-context'
import { conclude, type Conclusion, type RunRecord } from '#verdict/conclusion'
import type { CommandLineFault } from './command-line.ts'
import { figuresAt } from './figures.ts'
import { listenForInterruption, refuseScenarios, stopScenarios, type Interruption } from './interruption.ts'
import { Journal } from './journal.ts'
import { KnownList } from './known-list.ts'
import { findPlanFault } from './plan.ts'
import { writeReports } from './reports.ts'
import { claimReports, noteRunFolder, releaseReports } from './reports-claim.ts'
import { RunTarget } from './run-target.ts'
import { sentUntilNow, sharePace } from './shared-pace.ts'
import { listenForStrayErrors } from './stray-errors.ts'
import { WorkflowLog } from './workflow-log.ts'

/** One run of the suite, seen from the coordinator: target, verdict, reports, and an end in any case. */
export class AcceptanceRun {
  readonly #context: RunContext
  readonly #startedAt = new Date()
  readonly #journal = new Journal()
  readonly #known = new KnownList()
  readonly #workflow = new WorkflowLog()
  readonly #target: RunTarget
  readonly #strayErrors: string[] = []
  readonly #stopListening: (() => void)[]
  #ready: Promise<RunAbort | undefined> = Promise.resolve(undefined)
  #planned = 0
  #preparedMs = 0
  #refusal: RunAbort | undefined
  #interruption: Interruption | undefined
  #conclusion: Conclusion | undefined

  constructor(reports: string) {
    claimReports(reports)
    const folder = mkdtempSync(join(tmpdir(), 'netra-run-'))
    noteRunFolder(reports, folder)
    this.#context = { id: `r${randomBytes(3).toString('hex')}`, folder, reports }
    this.#target = new RunTarget(this.#context, (loss) => this.#stop(loss))
    publishRun(this.#context)
    sharePace()
    this.#stopListening = [
      listenForStrayErrors(this.#context, (text) => this.#strayErrors.push(text)),
      listenForInterruption(this.#interrupt, () => process.exit()),
    ]
    // However the process ends, there is a verdict, an exit code, and nothing left running.
    process.once('exit', () => {
      process.exitCode = (this.#conclusion ?? this.#breakOff()).exitCode
    })
  }

  /** Has the target made ready while Cucumber loads everything else, unless nothing can be run anyway. */
  begin(fault?: CommandLineFault): void {
    const reason = fault?.reason ?? this.#known.read()
    if (reason === undefined) this.#ready = this.#target.makeReady()
    else this.#refuse({ verdict: 'harness-error', reason })
    if (fault?.isFatal) process.exit()
  }

  read(envelope: Envelope): void {
    this.#journal.read(envelope)
    const { message } = envelope.parseError ?? {}
    if (message !== undefined)
      this.#refuse({ verdict: 'harness-error', reason: `a feature cannot be read: ${message}` })
  }

  /** Waits for the target. What went wrong with it becomes the verdict of a complete run. */
  async prepare(planned: readonly Pickle[]): Promise<void> {
    this.#planned = planned.length
    const fault = planned.length === 0 ? NOTHING_SELECTED : findPlanFault(planned)
    if (fault !== undefined) this.#refuse({ verdict: 'harness-error', reason: fault })
    const refusal = await this.#ready
    if (refusal) this.#refuse(refusal)
    this.#preparedMs = performance.now()
  }

  /** Lets go of the target, says what is to be said, and writes it down. */
  async finish(): Promise<void> {
    const lastedMs = performance.now()
    await this.#ready
    const loss = await this.#target.release()
    // Whoever found it gone knows less about it than whoever saw it go.
    if (loss) this.#refusal ??= loss
    const { record, conclusion } = this.#concludeAt(lastedMs)
    console.log(describeRun(record, conclusion))
    this.#workflow.annotate(record, conclusion)
    for (const stop of this.#stopListening) stop()
  }

  #refuse(refusal: RunAbort): void {
    this.#refusal ??= refusal
    refuseScenarios(this.#context, this.#refusal)
  }

  #stop(refusal: RunAbort): void {
    this.#refusal ??= refusal
    stopScenarios(this.#context, refusal)
  }

  readonly #interrupt = (interruption: Interruption): void => {
    this.#interruption = interruption
    console.error('\nInterrupted: taking back what was done. Once more ends it at once.')
    this.#stop({ verdict: 'harness-error', reason: interruption.reason })
  }

  /** The last thing that can be done: nothing here may wait. */
  #breakOff(): Conclusion {
    this.#target.abandon()
    this.#refusal ??= { verdict: 'harness-error', reason: 'the run ended before it was finished' }
    const { record, conclusion } = this.#concludeAt(performance.now())
    console.error(conclusion.sentence)
    this.#workflow.annotate(record, conclusion)
    return conclusion
  }

  #concludeAt(endedMs: number): { record: RunRecord; conclusion: Conclusion } {
    const record = compareWithPast(this.#record(endedMs))
    const verdict = conclude(record)
    const { exitCode } = this.#interruption ?? verdict
    const conclusion = writeReports(this.#context.reports, record, { ...verdict, exitCode })
    this.#conclusion = conclusion
    removeNotes(this.#context)
    releaseReports(this.#context.reports)
    return { record, conclusion }
  }

  #record(endedMs: number): RunRecord {
    return {
      context: this.#context,
      kind: this.#target.name,
      startedAt: this.#startedAt,
      health: findNote(this.#context, 'health'),
      refusal: this.#refusal ?? findNote(this.#context, 'refusal') ?? findNote(this.#context, 'stop'),
      planned: this.#planned,
      features: this.#journal.features,
      ...this.#known.follow(this.#target.name, this.#startedAt, this.#journal.scenarios),
      strayErrors: this.#strayErrors,
      figures: { ...figuresAt(endedMs, this.#target.startMs, this.#preparedMs), sent: sentUntilNow() },
    }
  }
}

const NOTHING_SELECTED = 'nothing was selected: check --tags, --name and the paths'
