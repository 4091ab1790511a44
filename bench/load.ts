import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** The same load with more and more people: what one of them costs the harness must not grow with their number. */
const CROWDS = [25, 50, 100, 200]
const ALLOWED_GROWTH = 1.25

const Phase = z.object({ phase: z.string(), p50: z.number(), p95: z.number(), p99: z.number() })
const Load = z.object({
  people: z.number(),
  wallMs: z.number(),
  harness: z.object({
    cpuMs: z.number(),
    cpuMsPerPerson: z.number(),
    shareOfOneProcessor: z.number(),
    processors: z.number(),
  }),
  phases: z.array(Phase),
})
type Load = z.output<typeof Load>

const ROWS: readonly (readonly [string, (load: Load) => string])[] = [
  ['all of it', ({ wallMs }) => seconds(wallMs)],
  ['harness, share of a processor', ({ harness }) => `${Math.round(harness.shareOfOneProcessor * 100)} %`],
  ['harness, CPU a person', ({ harness }) => `${harness.cpuMsPerPerson.toFixed(1)} ms`],
]

function play(people: number): Load {
  const reports = join('reports', 'bench', String(people))
  const environment = { ...process.env, LOAD_USERS: String(people), NETRA_REPORTS: reports }
  const { status } = spawnSync('cucumber-js', ['--tags', '@ISO-5', '--profile', 'quiet'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  })
  if (status !== 0) throw new Error(`${people} people at once: the run was not green, see ${reports}`)
  return Load.parse(JSON.parse(readFileSync(join(reports, 'evidence', 'ISO-5', 'load.json'), 'utf8')))
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

function phaseRows(loads: readonly Load[]): string[][] {
  const phases = loads[0]?.phases.map(({ phase }) => phase) ?? []
  return phases.map((name) => [
    `${name}, p50 · p95 · p99`,
    ...loads.map(({ phases: told }) => {
      const { p50, p95, p99 } = told.find(({ phase }) => phase === name) ?? { p50: 0, p95: 0, p99: 0 }
      return [p50, p95, p99].map((ms) => (ms / 1000).toFixed(2)).join(' · ')
    }),
  ])
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    console.log(cells.join('   '))
  }
}

const loads = CROWDS.map(play)
print([
  ['people at once', ...loads.map(({ people }) => String(people))],
  ...ROWS.map(([name, tell]) => [name, ...loads.map(tell)]),
  ...phaseRows(loads),
])
const costs = loads.map(({ harness }) => harness.cpuMsPerPerson)
const growth = Math.max(...costs) / Math.min(...costs)
const isFlat = growth <= ALLOWED_GROWTH
console.log(
  `\nthe dearest person costs the harness ${growth.toFixed(2)} times the cheapest: ${isFlat ? 'flat' : 'NOT FLAT'} (${ALLOWED_GROWTH} is allowed)`,
)
process.exitCode = isFlat ? 0 : 1
