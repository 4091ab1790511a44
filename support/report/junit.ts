import { join } from 'node:path'
import { html } from 'ghtml'
import { entryOf } from '#expect/catalogue'
import type { Conclusion, RunRecord } from '#verdict/conclusion'
import { judgeScenario, type ScenarioRecord, type Verdict } from '#verdict/lattice'
import type { Duration } from '#waiting/duration'
import { withoutControls } from '#wire/excerpt'
import { signOfStep } from './words.ts'
import { writeWhole } from './whole-file.ts'

/** Writes `junit.xml`: the run for who reads test results, with the same verdicts as everywhere. */
export function writeJunit(reports: string, record: RunRecord, conclusion: Conclusion): void {
  writeWhole(join(reports, 'junit.xml'), describeJunit(record, conclusion))
}

type Ending = 'failure' | 'error' | 'skipped'

/** How each verdict is told; what is not named there has passed. */
const ENDINGS: Readonly<Partial<Record<Verdict, Ending>>> = {
  ...{ failed: 'failure', 'isolation-violated': 'failure' },
  ...{ 'harness-error': 'error', 'target-unhealthy': 'error' },
  ...{ 'not-testable': 'skipped', 'known-failure': 'skipped' },
}

interface Case {
  readonly ending: Ending | undefined
  readonly text: string
}

/** The run as JUnit has it. */
export function describeJunit(record: RunRecord, conclusion: Conclusion): string {
  const { scenarios, features, figures } = record
  const names = new Map(features.map(({ uri, name }) => [uri, name]))
  const cases = scenarios.map((one) => toCase(one, names.get(one.feature) ?? one.feature))
  const isTold = scenarios.some((one) => judgeScenario(one).verdict === conclusion.verdict)
  const ending = ENDINGS[conclusion.verdict]
  if (ending && conclusion.exitCode !== 0 && !isTold) cases.push(wholeRun(ending, conclusion))
  const count = (kind: Ending): string => String(cases.filter((one) => one.ending === kind).length)
  const suite = html`<testsuite
    name="Netra acceptance"
    tests="${String(cases.length)}"
    failures="${count('failure')}"
    errors="${count('error')}"
    skipped="${count('skipped')}"
    time="${inSeconds(figures.scenarios)}"
    timestamp="${record.startedAt.toISOString()}"
  >
    <properties>
      <property name="verdict" value="${conclusion.verdict}" />
      <property name="sentence" value="${conclusion.sentence}" />
    </properties>
    !${cases.map(({ text }) => text)}
  </testsuite>`
  return withoutControls(`<?xml version="1.0" encoding="UTF-8"?>\n${suite}\n`)
}

function toCase(scenario: ScenarioRecord, feature: string): Case {
  const { verdict, reason } = judgeScenario(scenario)
  const ending = ENDINGS[verdict]
  const text = html`<testcase
    classname="${feature}"
    name="${scenario.id} ${scenario.title}"
    time="${inSeconds(scenario.duration)}"
  >
    !${ending ? describeEnding(ending, verdict, reason, tellBroken(scenario)) : ''}
    <system-out>${tellSteps(scenario)}</system-out>
  </testcase>`
  return { ending, text }
}

/** What is said of the run, and of no scenario in it. */
function wholeRun(ending: Ending, { verdict, sentence }: Conclusion): Case {
  const told = describeEnding(ending, verdict, sentence, '')
  return { ending, text: html`<testcase classname="The run" name="as a whole">!${told}</testcase>` }
}

function describeEnding(ending: Ending, verdict: Verdict, reason: string, more: string): string {
  if (ending === 'skipped') return html`<skipped message="${verdict}: ${reason}" />`
  return `<${ending} ${html`type="${verdict}" message="${reason}">${more}`}</${ending}>`
}

function tellBroken({ outcome }: ScenarioRecord): string {
  const broken = outcome?.checks.flatMap((check) => {
    if (check.status !== 'failed') return []
    const { id, expected, observed, control } = check
    const shown = control === undefined ? '' : `\n  control   ${control}`
    return `${entryOf(id).promise} (${id})\n  expected  ${expected}\n  observed  ${observed}${shown}`
  })
  return (broken ?? []).join('\n')
}

function tellSteps({ steps }: ScenarioRecord): string {
  return steps.map(({ text, status }) => `${signOfStep(status).mark} ${text}`).join('\n')
}

function inSeconds({ ms }: Duration): string {
  return (ms / 1000).toFixed(3)
}
