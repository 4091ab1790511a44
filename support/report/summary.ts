import { join } from 'node:path'
import { describeDeviation } from '#contract/deviation'
import { deviationsOf, type Conclusion, type FeatureRecord, type RunRecord } from '#verdict/conclusion'
import { judgeScenario } from '#verdict/lattice'
import { formatDuration } from '#waiting/duration'
import { withoutControls } from '#wire/excerpt'
import { tellChanges, tellSince } from './changes.ts'
import { countListed, tellListed } from './listed-failures.ts'
import { standingOf } from './money.ts'
import { signOf, whatIsBroken } from './words.ts'
import { writeWhole } from './whole-file.ts'

/** Writes `summary.md`: the run for a pull request, where what is kept needs no line of its own. */
export function writeSummary(reports: string, record: RunRecord, conclusion: Conclusion): void {
  writeWhole(join(reports, 'summary.md'), describeSummary(record, conclusion))
}

/** A list is read as far as this. */
const LONGEST_LIST = 10

/** The run for a pull request, as Markdown. */
export function describeSummary(record: RunRecord, { sentence }: Conclusion): string {
  const deviations = deviationsOf(record).map((one) => `${one.weight}: ${describeDeviation(one)}`)
  const { figures, context } = record
  const facts = `${formatDuration(figures.scenarios)}, run ${context.id}`
  const parts = [
    `**${inMarkdown(sentence)}**`,
    tellFeatures(record),
    tellOpen(record),
    list(`Known failures, ${countListed(record)}`, tellListed(record)),
    list(`Changed ${tellSince(record)}`.trimEnd(), tellChanges(record)),
    list('Not as the contract has it', deviations),
    `${facts}. All of it: \`acceptance.html\` among the reports.`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function tellFeatures(record: RunRecord): string {
  const met = record.features.filter(({ uri }) => record.scenarios.some(({ feature }) => feature === uri))
  if (met.length === 0) return ''
  const rows = met.map((feature) => `| ${tellFeature(feature, record).map(inMarkdown).join(' | ')} |`)
  return ['| Feature | Kept | Protects | |', '|---|---|---|---|', ...rows].join('\n')
}

function tellFeature(feature: FeatureRecord, record: RunRecord): string[] {
  const scenarios = record.scenarios.filter(({ feature: uri }) => uri === feature.uri)
  const kept = scenarios.filter((scenario) => judgeScenario(scenario).verdict === 'passed').length
  const standing = standingOf(feature, record)
  return [feature.name, `${kept} of ${scenarios.length}`, feature.protects ?? '', standing]
}

function tellOpen({ scenarios }: RunRecord): string {
  const open = scenarios.filter((scenario) => signOf(judgeScenario(scenario).verdict).tone !== 'good')
  if (open.length === 0) return ''
  const rows = open.map((scenario) => {
    const { word } = signOf(judgeScenario(scenario).verdict)
    return `| ${[scenario.id, scenario.title, word, whatIsBroken(scenario)].map(inMarkdown).join(' | ')} |`
  })
  return ['| Not kept | | | |', '|---|---|---|---|', ...rows].join('\n')
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return ''
  const more = lines.length > LONGEST_LIST ? [`- and ${lines.length - LONGEST_LIST} more`] : []
  return [
    `${title}:`,
    '',
    ...lines.slice(0, LONGEST_LIST).map((line) => `- ${inMarkdown(line)}`),
    ...more,
  ].join('\n')
}

/** Whatever a platform has said stays a text: no table, link, picture, tag, or call for somebody's attention. */
function inMarkdown(text: string): string {
  const line = withoutControls(text).replace(/\s+/g, ' ')
  return line.replace(/[\\`*[\]<>|~]/g, '\\$&').replace(/@(?=\w)/g, '@\u200b')
}
