import type { Conclusion, RunRecord } from '#verdict/conclusion'
import { judgeScenario, type ScenarioRecord, type Verdict } from '#verdict/lattice'
import { withoutControls } from '#wire/excerpt'
import { signOf, whatIsBroken } from './words.ts'

/** GitHub shows no more of a kind in one step. */
const MOST_SHOWN = 10

/** What GitHub shows beside the lines of the features: a line each, such as `::error file=…,line=14,title=…::…`. */
export function toAnnotations(
  { scenarios, refusal }: RunRecord,
  { verdict, sentence, exitCode }: Conclusion,
): string[] {
  const judged = scenarios.map((scenario) => ({ scenario, verdict: judgeScenario(scenario).verdict }))
  const open = judged.filter((one) => signOf(one.verdict).tone !== 'good')
  // What befell the whole run is said once.
  const isTold = refusal?.verdict !== verdict && open.some((one) => one.verdict === verdict)
  if (exitCode !== 0 && verdict !== 'degraded' && !isTold)
    return [command('error', { title: 'Netra acceptance' }, sentence)]
  const [accepted, red] = [open.filter(isAccepted), open.filter((one) => !isAccepted(one))]
  return [
    ...red.slice(0, MOST_SHOWN).map(({ scenario }) => annotate('error', scenario)),
    ...accepted.slice(0, MOST_SHOWN).map(({ scenario }) => annotate('warning', scenario)),
  ]
}

/** What alone does not make a run fail. */
function isAccepted({ verdict }: { readonly verdict: Verdict }): boolean {
  return verdict === 'known-failure' || verdict === 'not-testable'
}

function annotate(name: 'error' | 'warning', scenario: ScenarioRecord): string {
  const { id, title, feature, steps } = scenario
  const step = steps.find(({ status }) => status === 'FAILED') ?? steps[0]
  const line = /:(\d+)$/.exec(step?.place ?? '')?.[1] ?? '1'
  return command(name, { file: feature, line, title: `${id} ${title}` }, tell(scenario))
}

function tell(scenario: ScenarioRecord): string {
  const failed = (scenario.outcome?.checks ?? []).flatMap((check) =>
    check.status === 'failed' ? [check] : [],
  )
  const seen = failed.map(
    ({ id, expected, observed }) => `${id}\n  expected  ${expected}\n  observed  ${observed}`,
  )
  return [whatIsBroken(scenario), ...seen].join('\n')
}

/** Whatever a platform has said, it stays one message. */
function command(
  name: 'error' | 'warning',
  properties: Readonly<Record<string, string>>,
  text: string,
): string {
  const told = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`)
  return `::${name} ${told.join(',')}::${escapeMessage(text)}`
}

function escapeMessage(text: string): string {
  return withoutControls(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
