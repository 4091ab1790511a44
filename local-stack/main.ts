/** `npm run stack`: a local Netra platform in the foreground, until Ctrl-C. */
import { existsSync } from 'node:fs'
import Table from 'cli-table3'
import { tellParent, whenAbandoned } from '#kit/child-process'
import { describeForClients, writeEnvFile } from './env-file.ts'
import { BadEnvironment, readOptions } from './options.ts'
import { startStack, StackFailure, type RunningStack, type StackOptions } from './stack.ts'

if (existsSync('.env')) process.loadEnvFile()

let isInterrupted = false
const interrupted = new Promise<undefined>((resolve) => {
  const leave = (): void => {
    isInterrupted = true
    resolve(undefined)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave)
  // Started by another program: its end is ours, however it ends.
  whenAbandoned(leave)
})

/** What no service has caught: all of them are in this process, and none can be trusted any more. */
const broken = new Promise<string>((resolve) => {
  process.on('uncaughtException', (error: unknown) => {
    console.error(error)
    resolve(`an error that nobody caught: ${String(error).split('\n')[0]}`)
  })
})

const LONGEST_START_MS = 80_000

try {
  process.exitCode = await run()
} catch (error) {
  const isExpected = error instanceof StackFailure || error instanceof BadEnvironment
  console.error(isExpected ? `The local stack cannot start: ${error.message}` : error)
  // What could not be started may not be stoppable, either; it ends when nobody holds it any more.
  process.exit(1)
}
if (process.connected) process.disconnect()

async function run(): Promise<number> {
  const { writeEnv, ...options } = readOptions(process.argv.slice(2), process.env)
  const startedAt = Date.now()
  const stack = await startInTime(options)
  try {
    // Whoever is not there any more is told nothing, least of all secrets.
    if (isInterrupted) return 0
    if (writeEnv) await hand(stack, writeEnv)
    console.log(describe(stack, Date.now() - startedAt, writeEnv))
    tellParent({ ready: true })
    const lost = await Promise.race([stack.lost, broken, interrupted])
    if (lost) console.error(`The local stack is lost: ${lost}. Everything else is being stopped.`)
    return lost ? 1 : 0
  } finally {
    await stack.stop()
  }
}

async function startInTime(options: StackOptions): Promise<RunningStack> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    const reason = `its services were not all ready after ${LONGEST_START_MS / 1000} s`
    timer = setTimeout(() => reject(new StackFailure(reason)), LONGEST_START_MS)
  })
  const failed = broken.then((reason) => Promise.reject(new StackFailure(reason)))
  return Promise.race([startStack(options), tooLate, failed]).finally(() => clearTimeout(timer))
}

async function hand(stack: RunningStack, file: string): Promise<void> {
  await writeEnvFile(file, describeForClients(stack)).catch((error: unknown) => {
    throw new BadEnvironment(`${file} cannot be written (${(error as NodeJS.ErrnoException).code})`)
  })
}

function describe({ urls }: RunningStack, milliseconds: number, envFile: string | undefined): string {
  const table = new Table({ head: ['Service', 'Address'], style: { head: [], border: [] } })
  table.push(...Object.entries(urls))
  const hint = envFile ? `Addresses and secrets are in ${envFile}.` : 'Open the frontend to try it by hand.'
  return `${table.toString()}\nReady after ${(milliseconds / 1000).toFixed(1)} s. ${hint} Ctrl-C ends it.`
}
