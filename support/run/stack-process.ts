import { fork, type ChildProcess } from 'node:child_process'
import { mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'dotenv'
import type { Environment } from '#target/environment'
import { within } from '#waiting/deadline'
import { formatDuration, seconds } from '#waiting/duration'
import { NotObserved } from '#waiting/not-observed'

/** The local stack, started as any program would start it: as a command that says where its services are. */
export interface StackProcess {
  /** Addresses and secrets, by the suite's own names. */
  readonly environment: Readonly<Record<string, string>>
  readonly startMs: number
  /** Why it is gone, should it end on its own. */
  readonly lost: Promise<string>
  /** @returns why it was gone already, if it was */
  stop(): Promise<string | undefined>
  /** At once and without waiting, when the process is about to end. */
  abandon(): void
}

/** A start takes seconds; a first one, on a busy machine, half a minute. */
const LONGEST_START = seconds(90)
const NEVER = new AbortController().signal

/** The local stack could not be started. */
export class StackNotStarted extends Error {}

/**
 * @param folder of the run, which is removed when the run is over: addresses and secrets are handed over there
 * @param log where the stack may say what it has to say
 * @param environment in which it is started: which database and which language model it uses
 * @param limit after which it is given up and ended
 * @throws {StackNotStarted}
 */
export async function startStackProcess(
  folder: string,
  log: string,
  environment: Environment,
  limit = LONGEST_START,
): Promise<StackProcess> {
  const startedAt = performance.now()
  const envFile = join(folder, 'stack.env')
  const child = spawnStack(envFile, log, environment)
  const ended = new Promise<Ending>((resolve) => {
    child.once('exit', (code, signal) => resolve({ inOrder: code === 0, how: signal ?? `exit code ${code}` }))
  })
  const ready = new Promise<true>((resolve) => child.once('message', () => resolve(true)))
  const word = await within('its start', limit, NEVER, Promise.race([ready, ended])).catch((error) => {
    if (!(error instanceof NotObserved)) throw error
    // Its services and its database end with it: they notice that nobody holds them any more.
    child.kill('SIGKILL')
    return {
      inOrder: false,
      how: `PostgreSQL and its services were not all ready after ${formatDuration(limit)}`,
    }
  })
  if (word !== true) throw new StackNotStarted(explain(word, log))
  const startMs = performance.now() - startedAt
  return { environment: parse(readFileSync(envFile)), startMs, ...controlsOf(child, ended, log) }
}

interface Ending {
  /** Whether it ended because it was asked to. */
  readonly inOrder: boolean
  readonly how: string
}

function controlsOf(
  child: ChildProcess,
  ended: Promise<Ending>,
  log: string,
): Pick<StackProcess, 'lost' | 'stop' | 'abandon'> {
  const abandon = (): void => {
    if (child.connected) child.disconnect()
  }
  return {
    lost: ended.then((ending) => explain(ending, log)),
    abandon,
    stop: async () => {
      abandon()
      const ending = await ended
      return ending.inOrder ? undefined : explain(ending, log)
    },
  }
}

function spawnStack(envFile: string, log: string, environment: Environment): ChildProcess {
  mkdirSync(dirname(log), { recursive: true })
  const output = openSync(log, 'w')
  // Detached: Ctrl-C is for the suite, which takes back what it has done before it lets go of the stack.
  return fork(resolve('local-stack/main.ts'), ['--write-env', envFile], {
    detached: true,
    env: { ...environment },
    execArgv: [],
    stdio: ['ignore', output, output, 'ipc'],
  })
}

const LAST_WORDS = /^The local stack (?:cannot start|is lost): (.*)$/m

function explain({ how }: Ending, log: string): string {
  return LAST_WORDS.exec(readFileSync(log, 'utf8'))?.[1] ?? `the local stack ended (${how})`
}
