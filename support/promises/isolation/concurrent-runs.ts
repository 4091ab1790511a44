import type { ThreadId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import { isAgentEvent, type FrameOf } from '#contract/frames'
import { nameOf } from '#contract/observed-run'
import type { DeviceStory } from './concurrent-runs.checks.ts'
import { seconds } from '#waiting/duration'
import { EventLog } from '#waiting/event-log'
import { faultOf } from '#waiting/not-observed'
import type { Device } from '#world/device'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { costQuestion } from '#promises/shared/assignments'
import { Inquiry } from '#promises/shared/question-run'
import { endOn, faultsOn, numbersOn, type Resumption } from '#promises/shared/connection-events'
import { answersPing } from '#promises/shared/ping'
import { happenedIn } from '#promises/shared/run-history'

/** Several works of one person at once, watched on two devices, one of which has lost its line meanwhile. */
interface Burst {
  readonly inquiries: readonly Inquiry[]
  readonly companion: Device
  /** Every line that the first device has had. */
  readonly lines: readonly LiveConnection[]
  readonly resumptions: readonly Resumption[]
  readonly faults: readonly string[]
}

const BURST = topic<Burst>('asked for several things at once')
const BIRDS = ['heron', 'egret']
const REPLAY = seconds(10)

/** Comes in, and listens on two devices. */
export async function watchTwice(person: Person): Promise<void> {
  await person.arrive()
  const companion = person.addDevice()
  companion.enter(person.device.context)
  await person.device.openLine()
  await companion.openLine()
}

/** Everybody asks for several things at once; one line of each is lost after the first words, and comes back. */
export async function burst(people: readonly Person[], { offers }: Scenario): Promise<void> {
  await Promise.all(people.map((person) => burstOf(person, offers.has('resume'))))
}

async function burstOf(person: Person, resumes: boolean): Promise<void> {
  const { device, memory } = person
  const [, companion = device] = person.devices
  const { line } = device
  const lines = [line]
  const ask = (bird: string): Promise<Inquiry> => Inquiry.putAnew(device, costQuestion(person, bird).text)
  const inquiries = await Promise.all(BIRDS.map(ask))
  await Promise.all(inquiries.map((inquiry) => inquiry.accepted()))
  await line.heard.waitFor(
    { what: 'a first word', from: EventLog.START, limit: device.silence },
    isAgentEvent,
  )
  const resumptions = resumes ? await loseLine(person, inquiries) : []
  const faults = await Promise.all(resumptions.map((resumption) => faultsOf(device.line, resumption)))
  if (resumes) lines.push(device.line)
  memory.note(BURST, { inquiries, companion, lines, resumptions, faults: faults.flat() })
}

/** Loses the line, comes back, and asks to be told what the lost one has not told. */
async function loseLine({ device }: Person, inquiries: readonly Inquiry[]): Promise<Resumption[]> {
  const { line } = device
  line.cut()
  const back = await device.openLine()
  return inquiries.map(({ threadId }) => resume(back, threadId, numbersOn(line, threadId).at(-1) ?? 0))
}

function resume(line: LiveConnection, threadId: ThreadId, after: number): Resumption {
  const mark = line.heard.mark()
  line.resume(threadId, after)
  return { mark, threadId, after }
}

async function faultsOf(line: LiveConnection, { mark, threadId }: Resumption): Promise<string[]> {
  const isIt = ({ payload }: FrameOf<'replay_complete'>): boolean => payload.thread_id === threadId
  const done = line.mustHear('replay_complete', mark, REPLAY, isIt)
  return done.then(
    () => [],
    (error: unknown) => [faultOf(error)],
  )
}

/** What was told to everybody on each device, when all works have ended and every line has answered once more. */
export async function storiesOfBursts(
  people: readonly Person[],
  { offers }: Scenario,
): Promise<DeviceStory[]> {
  const records = await Promise.all(people.map((person) => recordOf(person, offers)))
  const stories = people.map((person, index) => storiesOf(person, records[index] ?? []))
  return (await Promise.all(stories)).flat()
}

/** Ids of everything on record of these works, once they have ended. */
async function recordOf({ memory, device }: Person, offers: Scenario['offers']): Promise<string[]> {
  const { inquiries, companion } = memory.recall(BURST)
  const records = inquiries.map(async (inquiry) => {
    const { runId } = await inquiry.accepted()
    await endOn(companion.line, runId, device.silence)
    return happenedIn(runId, device, companion.line, offers)
  })
  return (await Promise.all(records)).flat().map(({ event_id }) => event_id)
}

function storiesOf(person: Person, record: readonly string[]): Promise<DeviceStory[]> {
  const { companion, lines, resumptions, faults } = person.memory.recall(BURST)
  const [lost, back] = lines
  const found = [...(lost ? faultsOn(lost) : []), ...(back ? faultsOn(back, ...resumptions) : [])]
  return Promise.all([
    storyOn(person, 'the device that lost its line', lines, { faults: [...faults, ...found], record }),
    storyOn(person, 'the other device', [companion.line], { faults: faultsOn(companion.line), record }),
  ])
}

async function storyOn(
  { name, device }: Person,
  where: string,
  lines: readonly LiveConnection[],
  known: Pick<DeviceStory, 'faults' | 'record'>,
): Promise<DeviceStory> {
  const fences = await Promise.all(lines.filter(({ isOpen }) => isOpen).map(answersPing))
  const heard = lines.flatMap((line) => line.heard.since(EventLog.START).map(({ value }) => value))
  const events = heard.filter(isAgentEvent)
  const { userId } = device.context
  return {
    ...{ name, where, ...known },
    told: [...new Set(events.map(({ event_id }) => event_id))],
    foreign: events.filter(({ payload }) => payload.user_id !== userId).map(nameOf),
    fence: fences.length > 0 && fences.every(Boolean),
  }
}
