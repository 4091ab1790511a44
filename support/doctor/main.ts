import { readEnvironment } from '#target/environment'
import { diagnose } from './examination.ts'
import { describeDiagnosis } from './table.ts'

/** `npm run doctor`: whether a run makes sense, and if not, what to do next. `-- --json` for programs. */
async function main(args: readonly string[]): Promise<number> {
  const diagnosis = await diagnose(readEnvironment)
  console.log(
    args.includes('--json') ? JSON.stringify(diagnosis, undefined, 2) : describeDiagnosis(diagnosis),
  )
  return diagnosis.exitCode
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code))
