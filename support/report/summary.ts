import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeScenario } from '#verdict/lattice'
import { describeDeviation } from '#contract/deviation'
import { deviationsOf, type Conclusion, type RunRecord } from '#verdict/conclusion'
import { formatDuration } from '#waiting/duration'

/** Writes `summary.md`: the run for a pull request. */
export function writeSummary(reports: string, record: RunRecord, { sentence }: Conclusion): void {
  const rows = record.scenarios.map((scenario) => {
    const { verdict, reason } = judgeScenario(scenario)
    const took = formatDuration(scenario.duration)
    return `| ${scenario.id} | ${escape(scenario.title)} | ${verdict} | ${took} | ${escape(reason)} |`
  })
  const table = ['| Promise | | Verdict | Time | |', '|---|---|---|---|---|', ...rows]
  const different = deviationsOf(record).map((one) => `- ${one.weight}: ${escape(describeDeviation(one))}`)
  const lines = [`**${escape(sentence)}**`, '', ...table, '', ...different]
  writeFileSync(join(reports, 'summary.md'), `${lines.join('\n').trimEnd()}\n`)
}

function escape(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
}
