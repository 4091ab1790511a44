import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HostedRun, HostedRunResult, WorkerRun } from './hosted-run.ts'
import { PLAIN, readVerdict, ROOT, settingsOf, type RunOutcome } from './suite.ts'

type Answer = Partial<HostedRunResult> & { readonly failed?: string }

/** What the workers are. */
export interface WorkerKind {
  /** The module that is the host in each of them. */
  readonly host: string
  /** A run that takes longer hangs. */
  readonly longestRunMs: number
}

const USUAL: WorkerKind = {
  host: fileURLToPath(new URL('suite-host.ts', import.meta.url)),
  longestRunMs: 4 * 60_000,
}
const LONGEST_FAREWELL_MS = 5_000
/** What is awaited is told by regular expressions. */
const SERIALS = { serialization: 'advanced' } as const

/** Processes in which the suite stays loaded, each for one run at a time. */
export class SuiteWorkers {
  readonly #idle: SuiteWorker[] = []
  readonly #all = new Set<SuiteWorker>()
  readonly #kind: WorkerKind

  constructor(kind: WorkerKind = USUAL) {
    this.#kind = kind
  }

  /** Runs the suite. @throws when the run hangs, its process dies, or it leaves something behind in there */
  async run(request: WorkerRun, signal: AbortSignal): Promise<RunOutcome> {
    // Nobody would tell a worker that begins now that it is to end.
    signal.throwIfAborted()
    const worker = this.#findIdle() ?? this.#hire()
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
      signal.throwIfAborted()
      throw error
    } finally {
      signal.removeEventListener('abort', leave)
    }
  }

  /** Ends all of them. */
  async end(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.end()))
  }

  /** One that has died of its own accord meanwhile is of no use to a trial that has nothing to do with it. */
  #findIdle(): SuiteWorker | undefined {
    for (let worker = this.#idle.pop(); worker; worker = this.#idle.pop()) {
      if (worker.isAlive) return worker
      const dead = worker
      void dead.end().then(() => this.#all.delete(dead))
    }
    return undefined
  }

  #hire(): SuiteWorker {
    const worker = new SuiteWorker(this.#kind)
    this.#all.add(worker)
    return worker
  }
}

class SuiteWorker {
  readonly #child: ChildProcess
  readonly #ended: Promise<Answer>
  readonly #longestRunMs: number
  /** What it keeps for a while: a process that is killed takes nothing back. */
  readonly #home = mkdtempSync(join(tmpdir(), 'netra-worker-'))
  #said = ''

  constructor({ host, longestRunMs }: WorkerKind) {
    this.#longestRunMs = longestRunMs
    const env = { ...PLAIN, TMPDIR: this.#home }
    this.#child = fork(host, [], { cwd: ROOT, env, silent: true, detached: true, ...SERIALS })
    this.#ended = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => {
        resolve({ failed: `the process of the suite ended (${signal ?? `exit code ${code}`})` })
      })
    })
    const note = (text: Buffer): void => void (this.#said += text.toString())
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.on('data', note)
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  async run({ environment, scenarios, folder, awaited = [] }: WorkerRun): Promise<RunOutcome> {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    this.#said = ''
    const tags = scenarios.map((id) => `@${id}`).join(' or ')
    const settings = { ...environment, ...settingsOf(folder) }
    const answer = await this.#ask({ environment: settings, tags, folder, awaited })
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
    await rm(this.#home, { recursive: true, force: true })
  }

  async #ask(request: HostedRun): Promise<Answer> {
    const late = Promise.withResolvers<Answer>()
    const timer = setTimeout(() => {
      this.#child.kill('SIGKILL')
      late.resolve({ failed: `the run did not end within ${this.#longestRunMs / 60_000} minutes` })
    }, this.#longestRunMs)
    const answered = new Promise<Answer>((resolve) => {
      this.#child.once('message', (told) => resolve(told as Answer))
    })
    // A process that is gone is noticed by its end.
    this.#child.send(request, () => undefined)
    return Promise.race([answered, this.#ended, late.promise]).finally(() => clearTimeout(timer))
  }
}
