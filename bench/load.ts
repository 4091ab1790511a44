import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { playLoad, type Load } from '#promises/isolation/load'
import { faultIn } from '#promises/isolation/load.checks'
import { figuresOf, type PhaseFigures } from '#promises/isolation/phases.checks'
import { examine } from '#run/health'
import { startStackProcess } from '#run/stack-process'
import { plainEnvironment } from '#target/environment'
import type { Health } from '#target/run-context'
import { readTarget, type Target } from '#target/settings'
import { UNPACED } from '#waiting/pacer'
import { Scenario } from '#world/scenario'

/** The same load with more and more people: what one of them costs the harness must not grow with their number. */
const CROWDS = [25, 50, 100, 200]
/** Until the harness is compiled, it costs more: that is not the people's doing. */
const WARM_UP = [100, 100]
/** Of each, the cheapest counts: what the neighbours on this machine do only ever adds to it. */
const ROUNDS = 3
const ALLOWED_GROWTH = 1.25

const ROWS: readonly (readonly [string, (load: Load) => string])[] = [
  ['people at once', ({ passages }) => String(passages.length)],
  ['all of it', ({ wallMs }) => `${(wallMs / 1000).toFixed(2)} s`],
  ['harness, share of one processor', ({ cpuMs, wallMs }) => `${Math.round((100 * cpuMs) / wallMs)} %`],
  ['harness, CPU for a person', (load) => `${costOf(load).toFixed(1)} ms`],
]

void main()

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'netra-bench-'))
  const stack = await startStackProcess(folder, join(folder, 'stack.log'), plainEnvironment())
  try {
    const target = readTarget({ ...stack.environment, TEST_ENV: 'staging' })
    const health = await examine(target, () => undefined)
    for (const people of WARM_UP) await play(people, target, health)
    const loads: Load[] = []
    for (const people of CROWDS) loads.push(await cheapestOf(ROUNDS, () => play(people, target, health)))
    report(loads)
  } finally {
    await stack.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function cheapestOf(rounds: number, play: () => Promise<Load>): Promise<Load> {
  const first = await play()
  if (rounds === 1) return first
  const other = await cheapestOf(rounds - 1, play)
  return costOf(first) <= costOf(other) ? first : other
}

async function play(people: number, target: Target, health: Health): Promise<Load> {
  const run = { id: `bench${people}`, folder: '', reports: '' }
  const known = { id: 'ISO-5', run, target, health, crowds: {}, worker: 0, pacer: UNPACED }
  const { cast, undo, stalls } = new Scenario({ ...known, stop: new AbortController().signal })
  const load = await playLoad(cast.gather(people))
  for (const person of cast.people) person.windUp()
  const left = await undo.run()
  await Promise.all(cast.people.map((person) => person.disconnect()))
  stalls.stop()
  const faults = load.passages.flatMap((passage) => faultIn(passage) ?? [])
  const [fault] = [...faults, ...left]
  if (fault !== undefined) throw new Error(`${people} people at once: ${fault}`)
  return load
}

function report(loads: readonly Load[]): void {
  const rows = ROWS.map(([name, tell]) => [name, ...loads.map(tell)])
  const more = [
    'harness, CPU for a person more',
    ...loads.map((load, index) => sayMore(load, loads[index - 1])),
  ]
  print([...rows, more, ...phaseRows(loads.map(({ passages }) => figuresOf(passages)))])
  const growth = Math.max(
    ...loads.flatMap((load, index) =>
      loads
        .slice(0, index)
        .map(costOf)
        .map((cost) => costOf(load) / cost),
    ),
  )
  const isFlat = growth <= ALLOWED_GROWTH
  console.log(
    `\nin a larger crowd a person costs the harness ${growth.toFixed(2)} times what she does in a smaller one, at most: ${isFlat ? 'it does not grow' : 'IT GROWS'}`,
  )
  process.exitCode = isFlat ? 0 : 1
}

/** Without what every crowd costs, however large it is. */
function sayMore(load: Load, smaller: Load | undefined): string {
  if (!smaller) return ''
  const more = (load.cpuMs - smaller.cpuMs) / (load.passages.length - smaller.passages.length)
  return `${more.toFixed(1)} ms`
}

function costOf({ cpuMs, passages }: Load): number {
  return cpuMs / passages.length
}

function phaseRows(figures: readonly (readonly PhaseFigures[])[]): string[][] {
  const phases = figures[0]?.map(({ phase }) => phase) ?? []
  return phases.map((name, index) => [
    `${name}, p50 · p95 · p99 in s`,
    ...figures.map((told) => {
      const { p50 = 0, p95 = 0, p99 = 0 } = told[index] ?? {}
      return [p50, p95, p99].map((ms) => (ms / 1000).toFixed(2)).join(' · ')
    }),
  ])
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const [name = '', ...cells] of rows) {
    const padded = cells.map((cell, column) => cell.padStart(widths[column + 1] ?? 0))
    console.log([name.padEnd(widths[0] ?? 0), ...padded].join('   '))
  }
}
