import { styleText } from 'node:util'
import { judgeScenario, type ScenarioRecord } from '#verdict/lattice'
import type { Conclusion, RunRecord } from '#verdict/conclusion'
import { formatDuration, milliseconds } from '#waiting/duration'

/** The run for whoever started it: one sentence, then what it rests on. */
export function describeRun(record: RunRecord, { verdict, sentence }: Conclusion): string {
  const { features, scenarios, health, context } = record
  const colour =
    verdict === 'passed' ? 'green' : verdict === 'degraded' || verdict === 'not-testable' ? 'yellow' : 'red'
  const lines = [
    '',
    styleText(['bold', colour], sentence),
    ...features.flatMap(({ uri, name, protects }) =>
      describeFeature(
        name,
        protects,
        scenarios.filter(({ feature }) => feature === uri),
        record.refusal?.reason,
      ),
    ),
    ...(health && !health.healthy ? describeHealth(health) : []),
    ...record.strayErrors.map((error) => `  late error: ${error}`),
    ...leftBehind(scenarios),
    describeFigures(record),
    ...notesOf(scenarios),
    `  reports   ${context.reports}/cucumber.html · verdict.json · summary.md · evidence/`,
    '',
  ]
  return lines.join('\n')
}

/** @param known why nothing could be run at all; it is said once, not for every scenario */
function describeFeature(
  name: string,
  protects: string | undefined,
  scenarios: readonly ScenarioRecord[],
  known: string | undefined,
): string[] {
  if (scenarios.length === 0) return []
  const judged = scenarios.map((scenario) => ({ ...scenario, ...judgeScenario(scenario) }))
  const kept = judged.filter(({ verdict }) => verdict === 'passed').length
  const checks = scenarios.flatMap(({ outcome }) => outcome?.checks ?? [])
  const untested = checks.filter(({ status }) => status === 'not-testable').length
  const value = protects ? ` · protects ${protects}` : ''
  const made = `${checks.length - untested} checks${untested > 0 ? `, ${untested} not testable here` : ''}`
  const others = judged.filter(({ verdict, reason }) => verdict !== 'passed' && reason !== known)
  return [
    `  ${name}: ${kept} of ${scenarios.length} kept, ${made}${value}`,
    ...others.map(({ id, verdict, reason }) => `    ${id} ${verdict}: ${reason}`),
  ]
}

function describeHealth({ services }: NonNullable<RunRecord['health']>): string[] {
  const rows = services.map(({ service, address, state, answer, waitedMs }) => {
    const waited = `waited ${formatDuration(milliseconds(waitedMs))}`
    return `    ${service.padEnd(9)} ${state.padEnd(10)} ${address}  ${waited}  ${answer}`
  })
  return ['  the target:', ...rows]
}

function notesOf(scenarios: readonly ScenarioRecord[]): string[] {
  return scenarios.flatMap(({ id, outcome }) =>
    (outcome?.notes ?? []).map((note) => `  ${id.padEnd(9)} ${note}`),
  )
}

function leftBehind(scenarios: readonly ScenarioRecord[]): string[] {
  return scenarios.flatMap(({ id, outcome }) =>
    (outcome?.leftBehind ?? []).map((what) => styleText('yellow', `  left behind by ${id}: ${what}`)),
  )
}

function describeFigures({ figures, scenarios }: RunRecord): string {
  const stack = figures.stackStart.ms > 0 ? [['stack start', figures.stackStart] as const] : []
  const lengths = [
    ...stack,
    ['scenarios', figures.scenarios] as const,
    ['beyond the stack', figures.wallBeyondStack] as const,
    ['suite CPU', figures.suiteCpu] as const,
  ]
  const times = lengths.map(([name, length]) => `${name} ${formatDuration(length)}`)
  const methods = [...new Set(scenarios.flatMap(({ outcome }) => outcome?.methods ?? []))]
  const signedIn = methods.length > 0 ? ` · signed in by ${methods.join(', ')}` : ''
  return `  figures   ${times.join(' · ')}${signedIn}`
}
