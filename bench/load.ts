import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { playLoad, type Load } from '#promises/isolation/load'
import { faultIn } from '#promises/isolation/load.checks'
import { figuresOf } from '#promises/isolation/phases.checks'
import { examine } from '#run/health'
import { startStackProcess } from '#run/stack-process'
import { plainEnvironment } from '#target/environment'
import type { Health } from '#target/run-context'
import { readTarget, type Target } from '#target/settings'
import { UNPACED } from '#waiting/pacer'
import { Scenario } from '#world/scenario'
import { playBare, type Cost } from './floor.ts'
import { phaseRows, print } from './table.ts'

/** The same load with more and more people: what one of them costs the harness must not grow with their number. */
const CROWDS = [25, 50, 100, 200]
/** Until the harness is compiled, it costs more: that is not the people's doing. */
const WARM_UP = [100, 100]
/** Of each, the cheapest counts: what the neighbours on this machine do only ever adds to it. */
const ROUNDS = 3
const ALLOWED_GROWTH = 1.25
/** What our clients are to cost, by what a script costs that checks nothing; not reached (docs/performance.md). */
const AIMS = { 'without the monitors': 1.3, 'with all of them': 1.6 }

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
    await compareWithFloor(Math.max(...CROWDS), target, health)
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

/** The three in turn, so that what the neighbours do befalls them alike. */
async function compareWithFloor(people: number, target: Target, health: Health): Promise<void> {
  const costs: Readonly<Record<string, number>>[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    costs.push({
      'by hand, without any check': perPerson(await playBare(people, target)),
      'without the monitors': costOf(await play(people, target, health, true)),
      'with all of them': costOf(await play(people, target, health)),
    })
  const middle = (way: string): number => median(costs.map((cost) => cost[way] ?? Number.NaN))
  const floor = middle('by hand, without any check')
  console.log(`\n${people} people, CPU a person: by hand, without any check, ${floor.toFixed(1)} ms`)
  for (const [way, aim] of Object.entries(AIMS)) {
    const ratio = middle(way) / floor
    console.log(
      `  our clients ${way}: ${middle(way).toFixed(1)} ms, ${ratio.toFixed(2)} times (the aim: ${aim})`,
    )
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN
}

async function play(people: number, target: Target, health: Health, isUnwatched = false): Promise<Load> {
  const run = { id: `bench${people}`, folder: '', reports: '' }
  const known = { id: 'ISO-5', run, target, health, crowds: {}, worker: 0, pacer: UNPACED }
  const { cast, undo, stalls } = new Scenario({
    ...{ ...known, ...(isUnwatched ? { unwatched: true } : {}) },
    stop: new AbortController().signal,
  })
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
  return perPerson({ cpuMs, people: passages.length })
}

function perPerson({ cpuMs, people }: Cost): number {
  return cpuMs / people
}
