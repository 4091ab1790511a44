import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describePhase } from '../support/promises/isolation/phases.checks.ts'
import { EXIT_CODES } from '../support/verdict/lattice.ts'
import { BadHistory, IsolationJudge, type LoadFindings, type Tally } from './isolation-judge.ts'

/** What was to come of a crowd. */
export interface LoadDemand {
  /** How many people were to come. */
  readonly people: number
  /** The share of them that has to come through, 0 to 1. */
  readonly success: number
}

/** What a crowd has shown. */
export interface LoadJudgement {
  /** 0 as promised, 1 a promise is broken, 2 isolation is violated: as in a run. */
  readonly exitCode: 0 | 1 | 2
  readonly text: string
}

/** Says what histories have shown, or in one line why they say nothing. @returns the exit code */
export async function sayJudgement(folder: string, demand: LoadDemand): Promise<number> {
  try {
    const { text, exitCode } = judgeLoad(await readHistories(folder), demand)
    console.log(text)
    return exitCode
  } catch (error) {
    if (!(error instanceof BadHistory)) throw error
    console.error(error.message)
    return EXIT_CODES['harness-error']
  }
}

/**
 * Merges the histories of all workers and goes once through them. They are sorted by the system's `sort`, on the disk:
 * of however large a crowd, no more is held in memory than one word or thread is about.
 *
 * @param folder in which each worker has left a file
 * @throws {BadHistory} in one line, where there is none, or one that cannot be read
 */
export async function readHistories(folder: string): Promise<LoadFindings> {
  const files = historiesIn(folder)
  if (files.length === 0) throw new BadHistory(`${folder} holds no histories: name the folder of the workers`)
  const sort = spawn('sort', files, {
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(sort, 'close')
  const judge = new IsolationJudge()
  try {
    for await (const line of createInterface({ input: sort.stdout })) judge.note(line)
  } catch (error) {
    // Whoever has said all that it had to say ends by itself, a moment later.
    sort.kill()
    throw error
  }
  const [code] = (await ended) as [number | null]
  if (code !== 0) throw new BadHistory(`${folder}: its histories could not be sorted`)
  return judge.findings
}

function historiesIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.history'))
    return names.map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** Whether a crowd came through as promised, and nobody was told what is another's. */
export function judgeLoad(findings: LoadFindings, { people, success }: LoadDemand): LoadJudgement {
  const { foreign, disorder, failed, own } = findings
  const well = findings.people - failed.count
  const late = findings.phases.filter((phase) => phase.people === 0 || phase.p99 > phase.budgetMs)
  const isKept = well >= people * success && disorder.count === 0 && late.length === 0 && own > 0
  const exitCode = foreign.count > 0 ? 2 : isKept ? 0 : 1
  const sentence = {
    0: `PASSED: ${well} of ${people} people came through, and nobody was shown what is another's`,
    1: `FAILED: ${well} of ${people} people came through; nobody was shown what is another's`,
    2: `ISOLATION VIOLATED: ${foreign.count} times somebody was shown, or given, what is another's`,
  }[exitCode]
  return { exitCode, text: [sentence, ...describe(findings, people)].join('\n') }
}

function describe({ people, own, events, phases, ...found }: LoadFindings, planned: number): string[] {
  const missing =
    people < planned ? [`  missing    ${planned - people}: what became of them, no history says`] : []
  return [
    `  isolation  their own shown to them ${own} times, another's ${found.foreign.count} times`,
    `  events     ${events} told, ${found.disorder.count} lost, twice or out of order`,
    ...phases.map((phase) => `  ${describePhase(phase)}`),
    ...missing,
    ...[found.foreign, found.disorder, found.failed].flatMap(describeTally),
  ]
}

function describeTally({ count, first }: Tally): string[] {
  const more = count > first.length ? [`  ✘ and ${count - first.length} more like it`] : []
  return [...first.map((text) => `  ✘ ${text}`), ...more]
}
