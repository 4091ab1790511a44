import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What is read of the report of Stryker (the schema of mutation-testing-elements). */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>
}

/** A change in one place; lines count from 1. */
export interface Mutant {
  readonly mutatorName: string
  readonly replacement?: string
  readonly status:
    'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'CompileError' | 'RuntimeError'
  readonly location: { readonly start: { readonly line: number; readonly column: number } }
}

/** A change that no test notices, and why that is well so. */
export interface Survivor {
  readonly file: string
  /** The line that it is in, without blanks around it. */
  readonly line: string
  /** What stands there then. */
  readonly change: string
  readonly why: string
}

/** Those that were judged. */
export function knownSurvivors(): Survivor[] {
  return JSON.parse(readFileSync(join(__dirname, 'survivors.json'), 'utf8')) as Survivor[]
}

/** Those that the code knows nothing of any more. */
export function outdated(survivors: readonly Survivor[], read: (file: string) => string): Survivor[] {
  return survivors.filter(({ file, line }) => !linesOf(read(file)).includes(line))
}

/**
 * How many changes were noticed, folder by folder, and which were not though nobody has judged them.
 *
 * @returns lines for a terminal, and whether each that was not noticed is a known one
 */
export function judgeMutants(
  { files }: MutationReport,
  known: readonly Survivor[],
): { readonly lines: string[]; readonly isSettled: boolean } {
  const open: string[] = []
  const counts = new Map<string, { noticed: number; all: number }>()
  for (const [file, { source, mutants }] of Object.entries(files))
    for (const mutant of mutants.filter(({ status }) => COUNTED.has(status))) {
      const count = counts.get(dirname(file)) ?? { noticed: 0, all: 0 }
      const isNoticed = NOTICED.has(mutant.status)
      counts.set(dirname(file), { noticed: count.noticed + Number(isNoticed), all: count.all + 1 })
      const survivor = { file, line: lineOf(source, mutant), change: changeOf(mutant) }
      if (!isNoticed && !known.some((other) => isSame(other, survivor)))
        open.push(`✘ ${file}:${mutant.location.start.line}  ${survivor.line}  →  ${survivor.change}`)
    }
  const table = [...counts].sort(([one], [other]) => one.localeCompare(other))
  return {
    lines: [
      ...open,
      ...table.map(([folder, { noticed, all }]) => `${percent(noticed, all)} of ${all} noticed  ${folder}`),
      `${open.length} that nobody has judged (mutation/survivors.json)`,
    ],
    isSettled: open.length === 0,
  }
}

const NOTICED: ReadonlySet<Mutant['status']> = new Set(['Killed', 'Timeout'])
const COUNTED: ReadonlySet<Mutant['status']> = new Set([...NOTICED, 'Survived', 'NoCoverage'])
const LONGEST = 80

function changeOf({ mutatorName, replacement = '' }: Mutant): string {
  const told = replacement.replaceAll(/\s+/g, ' ')
  return `${mutatorName}: ${told.length > LONGEST ? `${told.slice(0, LONGEST)}…` : told}`
}

function lineOf(source: string, { location }: Mutant): string {
  return linesOf(source)[location.start.line - 1] ?? ''
}

function linesOf(source: string): string[] {
  return source.split('\n').map((line) => line.trim())
}

function isSame(one: Omit<Survivor, 'why'>, other: Omit<Survivor, 'why'>): boolean {
  return one.file === other.file && one.line === other.line && one.change === other.change
}

function percent(part: number, all: number): string {
  return `${((100 * part) / all).toFixed(1)} %`
}
