import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, openSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'dotenv'

/** The local stack, started as any program would start it: as a command that says where its services are. */
export interface StackProcess {
  /** Addresses and secrets, by the suite's own names. */
  readonly environment: Readonly<Record<string, string>>
  readonly startMs: number
  /** Why it is gone, should it end on its own. */
  readonly lost: Promise<string>
  stop(): Promise<void>
  /** At once and without waiting, when the process is about to end. */
  abandon(): void
}

/** The local stack could not be started. */
export class StackNotStarted extends Error {}

/** @param log where the stack may say what it has to say @throws {StackNotStarted} */
export async function startStackProcess(log: string): Promise<StackProcess> {
  const startedAt = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'netra-run-'))
  const envFile = join(folder, 'stack.env')
  try {
    const child = spawnStack(envFile, log)
    const ended = new Promise<string>((resolve) => {
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
    })
    const ready = new Promise<true>((resolve) => child.once('message', () => resolve(true)))
    const word = await Promise.race([ready, ended])
    if (word !== true) throw new StackNotStarted(lastWords(log) ?? `the local stack ended (${word})`)
    const startMs = performance.now() - startedAt
    return { environment: parse(readFileSync(envFile)), startMs, ...controlsOf(child, ended, log) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function controlsOf(
  child: ChildProcess,
  ended: Promise<string>,
  log: string,
): Pick<StackProcess, 'lost' | 'stop' | 'abandon'> {
  const abandon = (): void => {
    if (child.connected) child.disconnect()
  }
  return {
    lost: ended.then((how) => lastWords(log) ?? `the local stack ended (${how})`),
    abandon,
    stop: async () => {
      abandon()
      await ended
    },
  }
}

function spawnStack(envFile: string, log: string): ChildProcess {
  mkdirSync(dirname(log), { recursive: true })
  const output = openSync(log, 'w')
  // Detached: Ctrl-C is for the suite, which takes back what it has done before it lets go of the stack.
  return fork(resolve('local-stack/main.ts'), ['--write-env', envFile], {
    detached: true,
    execArgv: [],
    stdio: ['ignore', output, output, 'ipc'],
  })
}

const LAST_WORDS = /^The local stack (?:cannot start|is lost): (.*)$/m

function lastWords(log: string): string | undefined {
  return LAST_WORDS.exec(readFileSync(log, 'utf8'))?.[1]
}
