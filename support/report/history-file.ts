import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJson } from '#contract/json'
import { changesSince, toPastRun, type PastRun } from '#verdict/changes'
import type { RunRecord } from '#verdict/conclusion'
import { writeWhole } from './whole-file.ts'

const History = z.object({
  schema_version: z.literal(1),
  runs: z.array(
    z.object({
      ...{ id: z.string(), started_at: z.iso.datetime(), target: z.string() },
      scenarios: z.record(z.string(), z.object({ duration_ms: z.number(), red: z.array(z.string()) })),
    }),
  ),
})

/** Earlier ones tell nothing more. */
const MOST_RUNS = 30

/** What is known of earlier runs; undefined where it cannot be read. @param reports the folder of a run's reports */
export function readHistory(reports: string): readonly PastRun[] | undefined {
  const file = join(reports, 'history.json')
  if (!existsSync(file)) return []
  return History.safeParse(parseJson(readFileSync(file, 'utf8'))).data?.runs
}

/** The same run, with what has changed since the ones before it. */
export function compareWithPast(record: RunRecord): RunRecord {
  const past = readHistory(record.context.reports)
  return past ? { ...record, changes: changesSince(past, record) } : { ...record, changes: 'unreadable' }
}

/** Keeps a run for later ones; what cannot be read is left as it is. */
export function keepForLater(record: RunRecord): void {
  const { reports } = record.context
  const past = readHistory(reports)
  const run = toPastRun(record)
  if (!past || Object.keys(run.scenarios).length === 0) return
  const file = join(reports, 'history.json')
  const history = { schema_version: 1, runs: [...past, run].slice(-MOST_RUNS) }
  writeWhole(file, `${JSON.stringify(history)}\n`)
}
