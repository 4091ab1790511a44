import { availableParallelism } from 'node:os'
import { groundedFaults } from '#promises/shared/answers.checks'
import { isAbsence } from '#expect/seen'
import { enoughSucceed, figuresOf, PHASES, slowestOf, type Passage, type Phase } from './load.checks.ts'
import { startStopwatch } from '#waiting/deadline'
import { formatDuration, seconds } from '#waiting/duration'
import { Unexpected } from '#wire/unexpected'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { costQuestion } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'

export const LOAD = topic<Load>('come through anything')

/** A whole crowd's way through the platform, and what it has cost us to play it. */
export interface Load {
  readonly passages: readonly Passage[]
  readonly wallMs: number
  /** Of this thread, which plays everybody; the platform's own share is not in it. */
  readonly cpuMs: number
  readonly processors: number
}

/** Who waits no longer than is promised cannot say how late something came. */
const PATIENCE = { answer: seconds(90), firstWord: seconds(30) }

/** All of them at once: each registers, connects, asks, and reads back. */
export async function playLoad(people: readonly Person[]): Promise<Load> {
  const elapsed = startStopwatch()
  const before = process.threadCpuUsage()
  const passages = await Promise.all(people.map(passThrough))
  const { user, system } = process.threadCpuUsage(before)
  const [wallMs, cpuMs] = [elapsed().ms, (user + system) / 1000]
  return { passages, wallMs, cpuMs, processors: availableParallelism() }
}

/** One person's way. What the platform does not do ends it, and is told. */
async function passThrough(person: Person): Promise<Passage> {
  const took: Partial<Record<Phase, number>> = {}
  try {
    await goThrough(person, async (phase, act) => {
      const elapsed = startStopwatch()
      const result = await act()
      took[phase] = elapsed().ms
      return result
    })
    return { name: person.name, took, fault: undefined }
  } catch (error) {
    if (!isAbsence(error)) throw error
    const reached = PHASES.find((phase) => took[phase] === undefined) ?? 'all of it'
    return { name: person.name, took, fault: `${reached}: ${error.message}` }
  }
}

type Time = <Result>(phase: Phase, act: () => Promise<Result>) => Promise<Result>

async function goThrough(person: Person, time: Time): Promise<void> {
  const { device } = person
  person.http.patience = PATIENCE.answer
  await time('registers', () => person.register())
  await time('connects', () => device.connect())
  const question = costQuestion(person)
  const questionRun = await QuestionRun.askInNewThread(device, question.text)
  await time('hears the first word', () =>
    questionRun.waitForEvent('the first word', PATIENCE.firstWord, () => true),
  )
  const run = await time('is answered', () => questionRun.ended())
  const messages = await time('reads back', () => device.backend.mustMessages(questionRun.threadId))
  const kept = messages.map(({ content }) => content)
  const faults = groundedFaults(question, run)
  if (kept.length !== 2 || kept[1] !== run.text) faults.push('the conversation holds something else')
  if (faults.length > 0) throw new WrongAnswer(faults.join(', '))
}

/** Somebody was answered, and wrongly. */
class WrongAnswer extends Unexpected {
  readonly code = 'WRONG_ANSWER'
}

/** Those who came through: only they can be asked for more. */
export function whoCameThrough(people: readonly Person[], { passages }: Load): Person[] {
  const well = new Set(passages.filter(({ fault }) => fault === undefined).map(({ name }) => name))
  return people.filter(({ name }) => well.has(name))
}

/** What goes wrong for those who may fail, by what is promised, is no finding. */
export function forgiveFailures({ passages }: Load, { faults, target }: Scenario): void {
  if (!enoughSucceed(passages, target.promises.successUnderLoad)) return
  for (const { name, fault } of passages) if (fault !== undefined) faults.expectAnyFaultOf(name)
}

/** What it has taken, for people and for programs. */
export function describeLoad({ passages, wallMs, cpuMs, processors }: Load): { text: string; data: string } {
  const people = passages.length
  const harness = { cpuMs, cpuMsPerPerson: cpuMs / people, shareOfOneProcessor: cpuMs / wallMs, processors }
  const cpu = `${formatDuration({ ms: cpuMs })} of CPU (${Math.round(harness.cpuMsPerPerson)} ms a person`
  const share = `${Math.round(harness.shareOfOneProcessor * 100)} % of one processor of ${processors})`
  const text = `${people} people at once in ${formatDuration({ ms: wallMs })}; the suite itself took ${cpu}, ${share}`
  const told = passages.map((passage) => ({ ...passage, slowest: slowestOf(passage)?.phase }))
  const data = { people, wallMs, harness, phases: figuresOf(passages), passages: told }
  return { text, data: `${JSON.stringify(data, undefined, 1)}\n` }
}
