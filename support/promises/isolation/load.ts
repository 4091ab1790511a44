import { availableParallelism } from 'node:os'
import { PROMISED } from '#contract/promises'
import { NotSeen, see } from '#expect/seen'
import { startStopwatch } from '#waiting/deadline'
import { formatDuration, milliseconds, type Duration } from '#waiting/duration'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { questionAndAnswer } from '#promises/shared/asking'
import { costQuestion } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'
import { enoughSucceed, faultIn, slowestOf, type Passage, type PassageEnd } from './load.checks.ts'
import { figuresOf, type Phase } from './phases.checks.ts'

/** A whole crowd's way through the platform, and what it has cost us to play it. */
export interface Load {
  readonly passages: readonly Passage[]
  readonly wallMs: number
  /** Of this thread, which plays everybody; the platform's own share is not in it. */
  readonly cpuMs: number
  readonly processors: number
}

/** Who waits no longer than is promised cannot say how late something came. */
const PATIENCE = { call: longer(PROMISED.authentication), firstEvent: longer(PROMISED.connection) }

function longer({ ms }: Duration): Duration {
  return milliseconds(1.5 * ms)
}

/** All of them at once: each registers, connects, asks, and reads back, as far as the platform lets her. */
export async function playLoad(people: readonly Person[]): Promise<Load> {
  const elapsed = startStopwatch()
  const before = process.threadCpuUsage()
  const passages = await Promise.all(people.map(passThrough))
  const { user, system } = process.threadCpuUsage(before)
  const [wallMs, cpuMs] = [elapsed().ms, (user + system) / 1000]
  return { passages, wallMs, cpuMs, processors: availableParallelism() }
}

/** One person's way. What the platform does not do ends it, and is told. */
export async function passThrough(person: Person): Promise<Passage> {
  const took: Partial<Record<Phase, number>> = {}
  const end = await see(() =>
    goThrough(person, async (phase, act) => {
      const elapsed = startStopwatch()
      const result = await act()
      took[phase] = elapsed().ms
      return result
    }),
  )
  return { name: person.name, took, end: end instanceof NotSeen ? { obstacle: end.reason } : end }
}

type Time = <Result>(phase: Phase, act: () => Promise<Result>) => Promise<Result>

async function goThrough(person: Person, time: Time): Promise<PassageEnd> {
  const { device } = person
  person.http.patience = PATIENCE.call
  await time('registers', () => person.register())
  await time('connects', () => device.connect())
  const question = costQuestion(person)
  const questionRun = await QuestionRun.askInNewThread(device, question.text)
  await time('hears the first word', () =>
    questionRun.waitForEvent('the first word', PATIENCE.firstEvent, () => true),
  )
  const run = await time('is answered', () => questionRun.ended())
  const messages = await time('reads back', () => device.backend.mustMessages(questionRun.threadId))
  return { exchange: questionAndAnswer(question, run), kept: messages.map(({ content }) => content) }
}

/** Those who came through: only they can be asked for more. */
export function whoCameThrough(people: readonly Person[], { passages }: Load): Person[] {
  const failed = new Set(namesOfFailed(passages))
  return people.filter(({ name }) => !failed.has(name))
}

function namesOfFailed(passages: readonly Passage[]): string[] {
  return passages.filter((passage) => faultIn(passage) !== undefined).map(({ name }) => name)
}

/** What goes wrong for those who may fail, by what is promised, is no finding. */
export function forgiveFailures({ passages }: Load, { faults, target }: Scenario): void {
  if (!enoughSucceed(passages, target.promises.successUnderLoad)) return
  for (const name of namesOfFailed(passages)) faults.expectAnyFaultOf(name)
}

/** What it has taken: a line for people, and JSON for programs. */
export function describeLoad({ passages, wallMs, cpuMs, processors }: Load): { text: string; data: string } {
  const people = passages.length
  const harness = { cpuMs, cpuMsPerPerson: cpuMs / people, shareOfOneProcessor: cpuMs / wallMs, processors }
  const cpu = `${formatDuration({ ms: cpuMs })} of CPU (${Math.round(harness.cpuMsPerPerson)} ms a person`
  const share = `${Math.round(harness.shareOfOneProcessor * 100)} % of one processor of ${processors})`
  const text = `${people} people at once in ${formatDuration({ ms: wallMs })}; the suite itself took ${cpu}, ${share}`
  const told = passages.map((passage) => {
    const { name, took } = passage
    return { name, took, fault: faultIn(passage), slowest: slowestOf(passage)?.phase }
  })
  const data = { people, wallMs, harness, phases: figuresOf(passages), passages: told }
  return { text, data: `${JSON.stringify(data, undefined, 1)}\n` }
}
