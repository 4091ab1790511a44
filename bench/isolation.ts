import { spawnSync } from 'node:child_process'
import { ownershipOf, longHistory, type HistoryPlan } from '#testing/long-history'
import { findForeign } from '#monitors/isolation'

/** A history of a million frames, with one of them shown to a stranger and without, in half a gigabyte. */
const MEGABYTES = 512
const CLEAN: HistoryPlan = { frames: 1_000_000, people: 200 }
const LEAKY: HistoryPlan = { ...CLEAN, leakAt: 777_777 }

interface Spent {
  readonly clock: number
  readonly processor: number
}

if (process.argv.includes('leaky')) judge(LEAKY)
else if (process.argv.includes('clean')) judge(CLEAN)
else process.exitCode = ['leaky', 'clean'].map(inItsOwnProcess).find((status) => status !== 0) ?? 0

function inItsOwnProcess(history: string): number {
  const settings = [`--max-old-space-size=${MEGABYTES}`, '--require', 'ts-node/register']
  const { status } = spawnSync(process.execPath, [...settings, __filename, history], { stdio: 'inherit' })
  return status ?? 1
}

function judge(plan: HistoryPlan): void {
  const [making] = timed(() => madeAlone(plan))
  const [whole, { findings, texts, own }] = timed(() => findForeign(longHistory(plan), ownershipOf(plan)))
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  const leaks = plan.leakAt === undefined ? 'without a leak' : 'with one leaked frame'
  const looking = { clock: whole.clock - making.clock, processor: whole.processor - making.processor }
  console.log(`${texts} frames of ${plan.people} people, ${leaks}: looked through in ${say(looking)}`)
  console.log(`  besides, to make the frames: ${say(making)}`)
  console.log(`  at most ${peak} MB; own things seen ${own}×; findings: ${findings.length}`)
  for (const { text } of findings) console.log(`  ${text}`)
  const isRight = plan.leakAt === undefined ? findings.length === 0 : areOf(plan.leakAt, findings)
  process.exitCode = isRight && own >= texts && peak <= MEGABYTES ? 0 : 1
}

/** What the frames take when nobody looks for anything in them. */
function madeAlone(plan: HistoryPlan): number {
  let length = 0
  for (const { text } of longHistory(plan)) length += text.length
  return length
}

function areOf(leakAt: number, findings: readonly { text: string }[]): boolean {
  return findings.length > 0 && findings.every(({ text }) => text.endsWith(` at +${leakAt} ms`))
}

/** By the clock, and by the processor: on a machine that others use, too, the clock tells more about them. */
function timed<Result>(work: () => Result): [Spent, Result] {
  const [start, used] = [performance.now(), process.cpuUsage()]
  const result = work()
  const { user, system } = process.cpuUsage(used)
  return [{ clock: (performance.now() - start) / 1000, processor: (user + system) / 1e6 }, result]
}

function say({ clock, processor }: Spent): string {
  return `${clock.toFixed(1)} s (${processor.toFixed(1)} s of the processor)`
}
