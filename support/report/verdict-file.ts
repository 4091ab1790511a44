import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { judgeScenario, type ScenarioRecord } from '#verdict/lattice'
import { deviationsOf, type Conclusion, type RunRecord } from '#verdict/conclusion'
import { VERDICT_SCHEMA_VERSION, type VerdictFile } from '#verdict/verdict-schema'
import { costOf } from './listed-failures.ts'
import { writeWhole } from './whole-file.ts'

/** Writes `verdict.json`: the run for programs. Synchronous, so that it can also be the last thing done. */
export function writeVerdictFile(reports: string, record: RunRecord, conclusion: Conclusion): void {
  mkdirSync(reports, { recursive: true })
  writeWhole(
    join(reports, 'verdict.json'),
    `${JSON.stringify(toVerdictFile(record, conclusion), undefined, 2)}\n`,
  )
}

/** A run as `verdict.json` tells it: as docs/verdict.schema.json has it. */
export function toVerdictFile(record: RunRecord, { verdict, sentence, exitCode }: Conclusion): VerdictFile {
  const { context, kind, startedAt, features, scenarios, planned, strayErrors } = record
  return {
    schema_version: VERDICT_SCHEMA_VERSION,
    ...{ verdict, sentence, exit_code: exitCode },
    run: { id: context.id, started_at: startedAt.toISOString(), target: kind },
    target: toTarget(record),
    planned,
    stray_errors: [...strayErrors],
    deviations: deviationsOf(record),
    known_failures: {
      at_most: record.known.atMost,
      listed: record.known.list.map((known) => ({ ...known, costs: costOf(known, record) })),
    },
    changes: toChanges(record),
    figures: toFigures(record),
    features: features.map(({ uri, name, protects }) => ({
      name,
      protects: protects ?? null,
      scenarios: scenarios.filter(({ feature }) => feature === uri).map(toScenario),
    })),
  }
}

function toTarget({ health }: RunRecord): VerdictFile['target'] {
  if (!health) return null
  const { healthy, capabilities, offersBy, absent, skewMs, services } = health
  return {
    ...{ healthy, capabilities, offers_by: offersBy, absent, skew_ms: Math.round(skewMs) },
    services: services.map(({ waitedMs, skewMs: own, ...service }) => ({
      ...service,
      ...(own === undefined ? {} : { skew_ms: Math.round(own) }),
      waited_ms: Math.round(waitedMs),
    })),
  }
}

function toChanges({ changes }: RunRecord): VerdictFile['changes'] {
  if (changes === undefined || changes === 'unreadable') return null
  const { since, newlyRed, mended, slower } = changes
  return {
    since,
    ...{ newly_red: [...newlyRed], mended: [...mended] },
    slower: slower.map(({ id, before, now }) => ({
      ...{ id, before_ms: Math.round(before.ms), now_ms: Math.round(now.ms) },
    })),
  }
}

function toFigures({ figures }: RunRecord): VerdictFile['figures'] {
  const { stackStart, scenarios, wallBeyondStack, suiteCpu, sent = [] } = figures
  return {
    stack_start_ms: Math.round(stackStart.ms),
    scenarios_ms: Math.round(scenarios.ms),
    wall_beyond_stack_ms: Math.round(wallBeyondStack.ms),
    suite_cpu_ms: Math.round(suiteCpu.ms),
    requests: sent.map(({ where, requests, mostInAMinute, allowed }) => ({
      ...{ where, sent: requests, most_in_a_minute: mostInAMinute, allowed_in_a_minute: allowed },
    })),
  }
}

type ScenarioEntry = VerdictFile['features'][number]['scenarios'][number]

function toScenario(scenario: ScenarioRecord): ScenarioEntry {
  const { id, title, duration, messages, outcome } = scenario
  return {
    ...{ id, title, ...judgeScenario(scenario) },
    ...{ finished: outcome !== undefined, duration_ms: Math.round(duration.ms), errors: [...messages] },
    ...(outcome ? toAccount(outcome) : NO_ACCOUNT),
  }
}

type Account = Omit<
  ScenarioEntry,
  'id' | 'title' | 'verdict' | 'reason' | 'finished' | 'duration_ms' | 'errors'
>

const NO_ACCOUNT: Account = {
  ...{ checks: [], not_reached: [], blamed: [], methods: [], notes: [], deviations: [] },
  ...{ left_behind: [], evidence: '', exhibits: [], exchanges: 0, frames: 0 },
}

function toAccount({
  id: _id,
  notReached,
  leftBehind,
  checks,
  ...told
}: NonNullable<ScenarioRecord['outcome']>): Account {
  return {
    ...told,
    checks: checks.map((check) => ({ ...check }) as Account['checks'][number]),
    not_reached: notReached,
    left_behind: leftBehind,
  }
}
