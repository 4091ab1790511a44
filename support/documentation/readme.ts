/** `npm run readme`: whether the README's sample of a run is as the run was that has just been. */
import { existsSync, readFileSync } from 'node:fs'
import { published } from '#target/environment'
import { VerdictFile } from '#verdict/verdict-schema'
import { figuresOfRun } from './sample-run.ts'
import { faultsOfFigures } from './told-figures.ts'

const file = `${published('NETRA_REPORTS') ?? 'reports'}/verdict.json`
const figures = existsSync(file)
  ? figuresOfRun(VerdictFile.parse(JSON.parse(readFileSync(file, 'utf8'))))
  : undefined
// Whatever else stands there is looked at by support/style/told-figures.test.ts.
const faults = figures ? faultsOfFigures(readFileSync('README.md', 'utf8'), figures, [/\d/]) : []
console.log(
  figures === undefined
    ? `README.md: not compared, ${file} tells of no whole green run on this machine`
    : [`README.md: ${faults.length} of ${figures.length} features are told otherwise`, ...faults].join(
        '\n  ',
      ),
)
process.exitCode = faults.length === 0 ? 0 : 1
