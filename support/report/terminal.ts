import { styleText } from 'node:util'
import { describeDeviation } from '#contract/deviation'
import { judgeScenario, type ScenarioRecord } from '#verdict/lattice'
import { deviationsOf, type Conclusion, type FeatureRecord, type RunRecord } from '#verdict/conclusion'
import { formatDuration, milliseconds } from '#waiting/duration'
import { tellChanges, tellSince } from './changes.ts'
import { countListed, tellListed } from './listed-failures.ts'

/** The run for whoever started it: one sentence, then what it rests on. */
export function describeRun(record: RunRecord, { verdict, sentence }: Conclusion): string {
  const { features, scenarios, health, context } = record
  const lines = [
    '',
    styleText(['bold', colourOf(verdict)], sentence),
    ...features.flatMap((feature) => describeFeature(feature, record)),
    ...(health && !health.healthy ? describeHealth(health) : []),
    ...describeDeviations(record),
    ...describeListedFailures(record),
    ...describeLatestChanges(record),
    ...record.strayErrors.map((error) => `  late error: ${error}`),
    ...leftBehind(scenarios),
    describeFigures(record),
    ...describePace(record.figures),
    ...notesOf(scenarios),
    `  reports   ${context.reports}/acceptance.html · cucumber.html · verdict.json · summary.md · evidence/`,
    '',
  ]
  return lines.join('\n')
}

const AT_ODDS: readonly Conclusion['verdict'][] = ['degraded', 'not-testable', 'known-failure']

function colourOf(verdict: Conclusion['verdict']): 'green' | 'yellow' | 'red' {
  if (verdict === 'passed' || verdict === 'passed-with-deviations') return 'green'
  return AT_ODDS.includes(verdict) ? 'yellow' : 'red'
}

function describeFeature({ uri, name, protects }: FeatureRecord, record: RunRecord): string[] {
  const scenarios = record.scenarios.filter(({ feature }) => feature === uri)
  // Why nothing could be run at all is said once, not for every scenario.
  const known = record.refusal?.reason
  if (scenarios.length === 0) return []
  const judged = scenarios.map((scenario) => ({ ...scenario, ...judgeScenario(scenario) }))
  const kept = judged.filter(({ verdict }) => verdict === 'passed').length
  const checks = scenarios.flatMap(({ outcome }) => outcome?.checks ?? [])
  const untested = checks.filter(({ status }) => status === 'not-testable').length
  const value = protects ? ` · protects ${protects}` : ''
  const unreached = scenarios.flatMap(({ outcome }) => outcome?.notReached ?? []).length
  const made = [
    `${checks.length - untested} checks`,
    ...(untested > 0 ? [`${untested} not testable here`] : []),
    ...(unreached > 0 ? [`${unreached} not reached`] : []),
  ].join(', ')
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

/** What differs in twenty scenarios is one line. */
function describeDeviations(record: RunRecord): string[] {
  const lines = deviationsOf(record).map((one) => `    ${one.weight.padEnd(7)} ${describeDeviation(one)}`)
  return lines.length > 0 ? ['  not as the contract has it:', ...lines] : []
}

function describeListedFailures(record: RunRecord): string[] {
  const lines = tellListed(record).map((line) => `    ${line}`)
  return lines.length > 0 ? [`  known failures, ${countListed(record)}:`, ...lines] : []
}

function describeLatestChanges(record: RunRecord): string[] {
  const lines = tellChanges(record).map((line) => `    ${line}`)
  return lines.length > 0 ? [`  changed ${tellSince(record)}`.trimEnd(), ...lines] : []
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

/** Where somebody counts and bans. */
function describePace({ sent = [] }: RunRecord['figures']): string[] {
  const counted = sent.filter(({ allowed }) => allowed > 0)
  const told = counted.map(
    ({ where, requests, mostInAMinute, allowed }) =>
      `${requests} requests ${where}, at most ${mostInAMinute} in a minute, of ${allowed} allowed`,
  )
  return told.length > 0 ? [`  pace      ${told.join(' · ')}`] : []
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
