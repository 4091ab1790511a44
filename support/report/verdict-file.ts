import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeScenario, type ScenarioRecord } from '#verdict/lattice'
import { deviationsOf, type Conclusion, type RunRecord } from '#verdict/conclusion'
import type { Duration } from '#waiting/duration'

/** Writes `verdict.json`: the run for programs. Synchronous, so that it can also be the last thing done. */
export function writeVerdictFile(reports: string, record: RunRecord, conclusion: Conclusion): void {
  mkdirSync(reports, { recursive: true })
  writeFileSync(
    join(reports, 'verdict.json'),
    `${JSON.stringify(describeForPrograms(record, conclusion), undefined, 2)}\n`,
  )
}

function describeForPrograms(record: RunRecord, { verdict, sentence, exitCode }: Conclusion): object {
  const { context, kind, startedAt, health, features, scenarios, planned, figures, strayErrors } = record
  const rounded = Object.entries(figures).map(
    ([name, { ms }]: [string, Duration]) => [`${name}Ms`, Math.round(ms)] as const,
  )
  return {
    verdict,
    sentence,
    exit_code: exitCode,
    run: { id: context.id, started_at: startedAt.toISOString(), target: kind },
    target: health ?? null,
    planned,
    stray_errors: strayErrors,
    deviations: deviationsOf(record),
    figures: Object.fromEntries(rounded),
    features: features.map(({ uri, name, protects }) => ({
      name,
      protects: protects ?? null,
      scenarios: scenarios.filter(({ feature }) => feature === uri).map(describeScenario),
    })),
  }
}

function describeScenario(scenario: ScenarioRecord): object {
  const { id, title, duration, messages, outcome } = scenario
  const told = {
    id,
    title,
    ...judgeScenario(scenario),
    duration_ms: Math.round(duration.ms),
    errors: messages,
  }
  return { ...told, ...(outcome ?? {}) }
}
