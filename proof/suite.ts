import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { z } from 'zod'
import type { Environment } from './composition.ts'

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url))
const LONGEST_RUN_MS = 5 * 60_000
const { PATH, HOME, TMPDIR } = process.env
/** Nothing that a user has set for runs of their own may reach these. */
export const PLAIN = { PATH, HOME, TMPDIR }

const CheckResult = z.object({
  id: z.string(),
  status: z.enum(['passed', 'failed', 'not-testable']),
  observed: z.string().optional(),
})
/** As docs/verdict.schema.json has it, as far as it is read here. */
const Verdict = z.object({
  schema_version: z.literal(1),
  verdict: z.string(),
  sentence: z.string(),
  features: z.array(
    z.object({
      scenarios: z.array(
        z.object({ id: z.string(), verdict: z.string(), reason: z.string(), checks: z.array(CheckResult) }),
      ),
    }),
  ),
})

export type CheckResult = z.output<typeof CheckResult>

/** What a run of the suite said of a platform. */
export interface RunOutcome {
  readonly verdict: string
  readonly sentence: string
  readonly scenarios: readonly {
    readonly id: string
    readonly verdict: string
    readonly reason: string
    readonly checks: readonly CheckResult[]
  }[]
}

export interface RunRequest {
  /** How the suite finds the platform; it is told nothing else. */
  readonly environment: Environment
  /** Ids of scenarios; all without any. */
  readonly scenarios: readonly string[]
  /** Where its reports go. */
  readonly folder: string
  /** Support code that is loaded besides the suite's own. */
  readonly besides: string | undefined
  /** The file that lists them; none are known without it. */
  readonly knownFailures?: string
  readonly signal: AbortSignal
  /** For Cucumber, in place of the usual ones. */
  readonly words?: readonly string[]
}

/** The variables of a run besides addresses and secrets. No file may add anything. */
export function settingsOf(folder: string): Readonly<Record<string, string>> {
  const none = { DOTENV_CONFIG_PATH: devNull, NETRA_KNOWN_FAILURES: devNull }
  return { TEST_ENV: 'staging', NETRA_REPORTS: folder, ...none }
}

/** Runs the suite as a user does, against a platform that it knows by address only. */
export async function runSuite(request: RunRequest): Promise<RunOutcome> {
  const { environment, scenarios, folder, besides, knownFailures, signal, words } = request
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const envFile = join(folder, 'platform.env')
  const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}\n`)
  await writeFile(envFile, lines.join(''), { mode: 0o600 })
  const tags = scenarios.map((id) => `@${id}`).join(' or ')
  // All of them are run while nothing else is.
  const scope = words ?? (tags ? ['--tags', tags] : ['--parallel', '2'])
  const selection = [...scope, ...(besides ? ['--require', besides] : [])]
  const known = knownFailures === undefined ? {} : { NETRA_KNOWN_FAILURES: knownFailures }
  const told = { ...settingsOf(folder), ...known, DOTENV_CONFIG_PATH: envFile }
  const { all } = await execa('cucumber-js', ['--profile', 'quiet', ...selection], {
    ...{ cwd: ROOT, preferLocal: true, localDir: ROOT, reject: false, all: true },
    ...{ env: { ...PLAIN, ...told }, extendEnv: false, timeout: LONGEST_RUN_MS, cancelSignal: signal },
  })
  await writeFile(join(folder, 'terminal.txt'), all)
  await rm(envFile)
  signal.throwIfAborted()
  return readVerdict(folder)
}

/** What the reports of a run say of it. */
export async function readVerdict(folder: string): Promise<RunOutcome> {
  const text = await readFile(join(folder, 'verdict.json'), 'utf8')
  const { verdict, sentence, features } = Verdict.parse(JSON.parse(text))
  return { verdict, sentence, scenarios: features.flatMap(({ scenarios }) => scenarios) }
}
