import type { LiveConnection } from '#clients/live-connection'
import type { Interrupted, Latecomer, Return } from '#expect/resumption'
import { seconds } from '#waiting/duration'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { longWork } from './assignments.ts'
import { Inquiry } from './inquiry.ts'
import { faultsOn, hearsPast, numbersOf, numbersOn } from './line-story.ts'

/** Work that is watched on a line that will be lost, and on another one that will not. */
interface Watch {
  readonly inquiry: Inquiry
  readonly returns: Return[]
  /** Every line that the device has had, in order. */
  readonly lines: LiveConnection[]
}

const WATCH = topic<Watch>('watched anything on two devices')

const WAYS: Readonly<Record<string, (line: LiveConnection) => Promise<void> | void>> = {
  'she hangs up': (line) => line.close(),
  'it is cut off': (line) => line.cut(),
  'it falls silent': (line) => line.fallSilent(),
}
/** So much has to happen while a line is there, and while it is lost. */
const WORDS = 3
const REPLAY = seconds(10)

/** Asks for a long piece of work on one device, and watches it on another one, too. */
export async function watchOnTwoDevices(person: Person): Promise<void> {
  await person.arrive()
  const { device } = person
  const other = person.addDevice()
  other.enter(device.context)
  const [line] = await Promise.all([device.openLine(), other.openLine()])
  const threadId = await device.beginConversation(`Long work of ${person.marker}`)
  const inquiry = await Inquiry.put(other, longWork(person).text, threadId)
  person.memory.note(WATCH, { inquiry, returns: [], lines: [line] })
}

/** Loses the line in each of these ways, and comes back each time. @param ways as the feature calls them */
export async function loseLine(person: Person, ways: readonly string[], scenario: Scenario): Promise<void> {
  for (const how of ways) await loseAndReturn(person, how, scenario)
}

async function loseAndReturn({ device, memory }: Person, how: string, scenario: Scenario): Promise<void> {
  const lose = WAYS[how]
  if (!lose) throw new Error(`"${how}" is no way to lose a line that is known here`)
  const { inquiry, returns, lines } = memory.recall(WATCH)
  const { line, silence } = device
  const before = numbersOn(line, inquiry).at(-1) ?? 0
  await hearsPast(line, inquiry, before + WORDS, silence)
  await lose(line)
  const last = numbersOn(line, inquiry).at(-1) ?? 0
  await inquiry.hears('what is missed', silence, ({ sequence }) => sequence >= last + WORDS)
  const back = await device.openLine()
  lines.push(back)
  const happened = numbersOf(await inquiry.told())
  const faults = scenario.offers.has('resume') ? await resume(back, inquiry, last) : []
  const missed = happened.filter((number) => number > last)
  returns.push({ how, missed, told: numbersOn(back, inquiry), faults })
  line.cut()
}

/** Asks to be told again, and waits until that is done. @returns what is wrong with it */
async function resume(line: LiveConnection, { threadId }: Inquiry, after: number): Promise<string[]> {
  const mark = line.heard.mark()
  line.resume(threadId, after)
  const done = line.mustHear('replay_complete', mark, REPLAY, ({ payload }) => payload.thread_id === threadId)
  const faults = await done.then(
    () => [],
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  )
  return [...faults, ...faultsOn(line, { mark, threadId, after })]
}

/** Looks at everything when the work has ended. */
export async function interruptedWork({ device, memory }: Person): Promise<Interrupted> {
  const { inquiry, returns, lines } = memory.recall(WATCH)
  const { outcome, runId } = await inquiry.ended()
  const last = numbersOf(await inquiry.told()).at(-1) ?? 0
  const end = hearsPast(device.line, inquiry, last, device.silence)
  const faults = await end.then(
    () => [],
    (error: unknown) => [String(error)],
  )
  const { status } = await device.backend.mustRun((await inquiry.accepted()).runId)
  const companion = numbersOf(await inquiry.told())
  const known = new Set(lines.flatMap((line) => numbersOn(line, inquiry)))
  const ending = { how: `the end of ${runId}`, missed: [last], told: [...known], faults }
  return {
    returns: faults.length > 0 ? [...returns, ending] : returns,
    known: [...known],
    companion,
    companionFaults: faultsOn(inquiry.device.line),
    ...{ outcome, status },
  }
}

/** A third device, on which everything is asked for when all is over. */
export async function comeLate(person: Person): Promise<Latecomer> {
  const { inquiry } = person.memory.recall(WATCH)
  await inquiry.ended()
  const late = person.addDevice()
  late.enter(person.device.context)
  const line = await late.openLine()
  const faults = await resume(line, inquiry, 0)
  return { told: numbersOn(line, inquiry), faults, all: (await inquiry.told()).length }
}

/** The answer as it was told, and what stands in the conversation for who only reads it. */
export async function answerToldAndKept(person: Person): Promise<{ told: string; kept: string[] }> {
  const { inquiry } = person.memory.recall(WATCH)
  const { text, runId } = await inquiry.ended()
  const messages = await person.device.backend.mustMessages(inquiry.threadId)
  const answers = messages.filter(({ role, run_id }) => role === 'assistant' && run_id === runId)
  return { told: text, kept: answers.map(({ content }) => content) }
}
