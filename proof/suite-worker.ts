import { fork, type ChildProcess } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Environment } from './composition.ts'
import { PLAIN, readVerdict, ROOT, settingsOf, type RunOutcome } from './suite.ts'

/** What a host of the suite is asked for. */
export interface HostedRun {
  /** Every variable that the suite is to see besides those of the host. */
  readonly environment: Environment
  /** A tag expression; empty for all scenarios. */
  readonly tags: string
  /** Where the reports go. */
  readonly folder: string
}

/** What a host says when a run is over. */
export interface HostedRunResult {
  /** What the run has left in the process. */
  readonly leftBehind: readonly string[]
}

type Answer = Partial<HostedRunResult> & { readonly failed?: string }

/** A run of the suite in a worker. */
export interface WorkerRun {
  /** How the suite finds the platform; it is told nothing else. */
  readonly environment: Environment
  /** Ids of scenarios; all without any. */
  readonly scenarios: readonly string[]
  /** Where its reports go. */
  readonly folder: string
}

const HOST = fileURLToPath(new URL('suite-host.ts', import.meta.url))
/** A run that takes longer hangs. */
const LONGEST_RUN_MS = 4 * 60_000
const LONGEST_FAREWELL_MS = 5_000

/** Processes in which the suite stays loaded, each for one run at a time. */
export class SuiteWorkers {
  readonly #idle: SuiteWorker[] = []
  readonly #all = new Set<SuiteWorker>()

  /** Runs the suite. @throws when the run hangs, its process dies, or it leaves something behind in there */
  async run(request: WorkerRun, signal: AbortSignal): Promise<RunOutcome> {
    const worker = this.#idle.pop() ?? this.#hire()
    const leave = (): void => void worker.end()
    signal.addEventListener('abort', leave, { once: true })
    try {
      const outcome = await worker.run(request)
      this.#idle.push(worker)
      return outcome
    } catch (error) {
      // Nobody knows what the next run would make of it.
      await worker.end()
      this.#all.delete(worker)
      throw error
    } finally {
      signal.removeEventListener('abort', leave)
    }
  }

  /** Ends all of them. */
  async end(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.end()))
  }

  #hire(): SuiteWorker {
    const worker = new SuiteWorker()
    this.#all.add(worker)
    return worker
  }
}

class SuiteWorker {
  readonly #child: ChildProcess
  readonly #ended: Promise<Answer>
  #said = ''

  constructor() {
    this.#child = fork(HOST, [], { cwd: ROOT, env: PLAIN, silent: true, detached: true })
    this.#ended = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => {
        resolve({ failed: `the process of the suite ended (${signal ?? `exit code ${code}`})` })
      })
    })
    const note = (text: Buffer): void => void (this.#said += text.toString())
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.on('data', note)
  }

  async run({ environment, scenarios, folder }: WorkerRun): Promise<RunOutcome> {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    this.#said = ''
    const tags = scenarios.map((id) => `@${id}`).join(' or ')
    const answer = await this.#ask({ environment: { ...environment, ...settingsOf(folder) }, tags, folder })
    await writeFile(join(folder, 'terminal.txt'), this.#said)
    if (answer.failed !== undefined) throw new Error(answer.failed)
    const { leftBehind = [] } = answer
    if (leftBehind.length > 0) throw new Error(`the run has left behind: ${leftBehind.join(', ')}`)
    return readVerdict(folder)
  }

  /** In good order, or not. */
  async end(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect()
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), LONGEST_FAREWELL_MS)
    await this.#ended
    clearTimeout(timer)
  }

  async #ask(request: HostedRun): Promise<Answer> {
    const late = Promise.withResolvers<Answer>()
    const timer = setTimeout(() => {
      this.#child.kill('SIGKILL')
      late.resolve({ failed: `the run did not end within ${LONGEST_RUN_MS / 60_000} minutes` })
    }, LONGEST_RUN_MS)
    const answered = new Promise<Answer>((resolve) => {
      this.#child.once('message', (told) => resolve(told as Answer))
    })
    // A process that is gone is noticed by its end.
    this.#child.send(request, () => undefined)
    return Promise.race([answered, this.#ended, late.promise]).finally(() => clearTimeout(timer))
  }
}
