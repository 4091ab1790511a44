/**
 * Two commits in turn on this machine: `npm run bench:commits -- 5c26fb9 HEAD --pairs 5 -- --parallel 2`. Each run is a
 * whole process, as a user starts it; what is told is the median of its wall time and of its CPU time, and their
 * ratios pair by pair.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pairs: { type: 'string', default: '5' } },
})
const [before = '5c26fb9', after = 'HEAD', ...words] = positionals
const folder = mkdtempSync(join(tmpdir(), 'netra-commits-'))

/** Seconds, of one run and everything that it has started and waited for. */
interface Taken {
  readonly wall: number
  readonly cpu: number
}

try {
  const clones = [before, after].map((commit, index) => prepare(commit, join(folder, String(index))))
  for (const clone of clones) run(clone)
  const pairs = Array.from({ length: Number(values.pairs) }, () => clones.map(run))
  console.log(
    `cucumber-js ${words.join(' ')}: medians of ${pairs.length} pairs, ${before} and ${after} in turn`,
  )
  for (const kind of ['wall', 'cpu'] as const) {
    const [one, other] = [0, 1].map((index) => pairs.map((pair) => pair[index]?.[kind] ?? NaN))
    const ratios = pairs.map((pair) => (pair[1]?.[kind] ?? NaN) / (pair[0]?.[kind] ?? NaN))
    const told = [median(one ?? []), median(other ?? [])].map((seconds) => `${seconds.toFixed(1)} s`)
    console.log(`  ${kind.padEnd(5)} ${told.join(' → ')}, ratio ${median(ratios).toFixed(2)}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** A clone of its own, so that nothing of the one helps the other. */
function prepare(commit: string, clone: string): string {
  const revision = execFileSync('git', ['rev-parse', commit], { encoding: 'utf8' }).trim()
  execFileSync('git', ['clone', '--quiet', '.', clone])
  execFileSync('git', ['checkout', '--quiet', revision], { cwd: clone })
  execFileSync('npm', ['ci', '--silent'], { cwd: clone, stdio: 'ignore' })
  return clone
}

/** @throws when it was not green: what is broken is no measure */
function run(clone: string): Taken {
  const script = `TIMEFORMAT='%R %U %S'; time npx cucumber-js ${words.join(' ')} >run.txt 2>&1`
  const { stderr, status } = spawnSync('bash', ['-c', script], { cwd: clone, encoding: 'utf8' })
  const [wall = NaN, user = NaN, system = NaN] = stderr.trim().split(/\s+/).slice(-3).map(Number)
  if (status !== 0) throw new Error(`the run in ${clone} was not green: exit ${status}`)
  return { wall, cpu: user + system }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}
