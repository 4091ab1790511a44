import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeScenario } from '#verdict/lattice'
import type { Conclusion, RunRecord } from '#verdict/conclusion'

/** Writes `summary.md`: the run for a pull request. */
export function writeSummary(reports: string, record: RunRecord, { sentence }: Conclusion): void {
  const rows = record.scenarios.map((scenario) => {
    const { verdict, reason } = judgeScenario(scenario)
    const seconds = (scenario.durationMs / 1000).toFixed(1)
    return `| ${scenario.id} | ${escape(scenario.title)} | ${verdict} | ${seconds} s | ${escape(reason)} |`
  })
  const table = ['| Promise | | Verdict | Time | |', '|---|---|---|---|---|', ...rows]
  writeFileSync(join(reports, 'summary.md'), [`**${escape(sentence)}**`, '', ...table, ''].join('\n'))
}

function escape(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
}
