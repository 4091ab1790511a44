import { isTerminal, type ObservedEvent, type ObservedRun } from '#contract/observed-run'
import type { AgentEvent } from '#contract/frames'
import type { FirstFrame, RunProbes, Probe } from './single-watcher.checks.ts'
import { EventLog } from '#waiting/event-log'
import { faultOf } from '#waiting/not-observed'
import { topic } from '#world/memory'
import type { Device } from '#world/device'
import type { Person } from '#world/person'
import { ASKED, askFor, observedRunOf } from '#promises/shared/asking'
import { costQuestion, longWork } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'

const STORY = topic<Promise<ObservedRun>>('heard the whole story')
const LOOKS = topic<Promise<RunProbes>>('looked at the record of any work')
/** So many words are told from one look to the next. */
const WORDS_BETWEEN = 5

/** The first thing that was heard on a device's line. */
export function firstFrameOn({ connection, session }: Device): FirstFrame {
  const [first] = connection.received.since(EventLog.START)
  const heard = first?.value
  const userId = heard?.type === 'connection_established' ? heard.payload.user_id : undefined
  return { type: heard?.type ?? 'nothing', userId, owner: session.userId }
}

/** Asks for a long piece of work, and looks at its record again and again while it is told of. */
export async function askAndProbe(person: Person): Promise<void> {
  await askFor(person, longWork(person))
  const looks = lookAlong(person.memory.recall(ASKED).run)
  // Whoever asks for it is told of a failure.
  looks.catch(() => undefined)
  person.memory.note(LOOKS, looks)
}

/** The first word of the work, and when it was accepted. @throws {NotObserved} */
export async function firstEventOf({ memory }: Person): Promise<{ acceptedAt: number; word: ObservedEvent }> {
  const { run } = memory.recall(ASKED)
  const { at: acceptedAt } = await run.accepted()
  const word = await run.waitForEvent('the first word of the work', run.device.silence, () => true)
  return { acceptedAt, word }
}

export function probesOf({ memory }: Person): Promise<RunProbes> {
  return memory.recall(LOOKS)
}

/** Looks until the work has ended, or is not told of any more. */
async function lookAlong(questionRun: QuestionRun): Promise<RunProbes> {
  const { device } = questionRun
  const { runId } = await questionRun.accepted()
  const probes: Probe[] = []
  for (let told = 0; ;) {
    const isIt = (event: AgentEvent): boolean => event.sequence >= told + WORDS_BETWEEN || isTerminal(event)
    const next = await questionRun
      .waitForEvent('the next words of the work', device.silence, isIt)
      .catch(faultOf)
    if (typeof next === 'string') return { probes, fault: next }
    if (isTerminal(next.event)) return { probes, fault: undefined }
    told = next.event.sequence
    const { status } = await device.backend.mustRun(runId)
    probes.push({ told, status })
  }
}

/**
 * The work, once it has ended and another work has been told of in the same conversation: what is told there is
 * numbered, so that nothing can come between any more.
 */
export function runAfterFence(person: Person): Promise<ObservedRun> {
  return person.memory.once(STORY, () => followToFence(person))
}

async function followToFence(person: Person): Promise<ObservedRun> {
  const observed = await observedRunOf(person)
  const { run } = person.memory.recall(ASKED)
  const { text } = costQuestion(person, 'egret')
  const next = await QuestionRun.ask(person.device, text, run.threadId)
  await next.waitForEvent('the first word of another work', person.device.silence, () => true)
  // How that one ends is not what is judged here.
  await next.ended().catch(faultOf)
  return { ...observed, events: await run.events() }
}

/** What was told of the work, and what is on record of it. */
export async function toldAndRecorded(person: Person): Promise<{ told: object[]; recorded: object[] }> {
  const { events } = await runAfterFence(person)
  const { runId } = await person.memory.recall(ASKED).run.accepted()
  const recorded = await person.device.backend.mustRunEvents(runId)
  return { told: events.map(({ event }) => event), recorded }
}
