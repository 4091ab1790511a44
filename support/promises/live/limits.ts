import type { RunId } from '#clients/ids'
import { groundedFaults } from '#promises/shared/answers.checks'
import type { Flood, Neighbour, TooLong } from './faulty-messages.checks.ts'
import { isAgentEvent, type FrameOf, type Heard } from '#contract/frames'
import { isLast } from '#contract/observed-run'
import { seconds } from '#waiting/duration'
import { EventLog } from '#waiting/event-log'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { costQuestion, longWork } from '#promises/shared/assignments'
import { Inquiry } from '#promises/shared/question-run'
import { answersPing } from '#promises/shared/ping'

/** The contract's two seconds, and what it takes to notice. */
const LINE_END = seconds(4)
const ANSWER = seconds(5)

/** Sends a message of just the length that a line takes, and then one that is a byte longer, on a line of its own. */
export async function sendTooLong(person: Person, { faults }: Scenario): Promise<TooLong> {
  const device = person.addDevice()
  device.enter(person.device.context)
  const line = await device.openLine()
  const { payload } = await line.mustHear('connection_established', EventLog.START, ANSWER)
  const limitBytes = payload.max_message_bytes
  for (const code of ['INVALID_MESSAGE', 'FORMAT_ERROR', 'UNKNOWN_TYPE'])
    faults.claimErrors(line.number, code)
  line.sendAnything('x'.repeat(limitBytes))
  const atLimit = (await answersPing(line)) ? 'answered' : 'silent'
  faults.claimLineEnd(line.number)
  line.sendAnything('x'.repeat(limitBytes + 1))
  const { code } = await line.mustEnd(LINE_END)
  return { limitBytes, atLimit, pastLimit: code, otherAnswers: await answersPing(person.device.line) }
}

/**
 * Asks for much more at once than anybody may, and stops what was taken of it.
 *
 * @param size how many questions
 * @param meanwhile done while as much of it is under way as may be; told the runs of what was taken
 */
export async function flood(
  person: Person,
  { faults }: Scenario,
  size: number,
  meanwhile: (taken: readonly string[]) => Promise<void>,
): Promise<Flood> {
  const { device } = person
  faults.claimErrors(device.line.number, 'RATE_LIMITED')
  const answers = await askTooMuch(person, size)
  const refused = answers.filter((heard): heard is FrameOf<'error_message'> => heard.type === 'error_message')
  const taken = answers.flatMap((heard) => (heard.type === 'message_accepted' ? [heard.payload.run_id] : []))
  await meanwhile(taken)
  for (const run of taken) await stop(person, run as RunId, faults)
  const next = await Inquiry.putAnew(device, costQuestion(person, 'egret').text)
  return {
    ...{ sent: size, accepted: taken.length },
    waits: refused.map(({ payload }) => payload.retry_after_seconds),
    afterwards: (await next.ended()).outcome,
  }
}

/** @returns what each of the questions was answered with at once: taken, or refused */
async function askTooMuch(person: Person, size: number): Promise<Heard[]> {
  const { device } = person
  const { heard } = device.line
  const from = heard.mark()
  const text = longWork(person, 'crane').text
  const threadId = await device.beginConversation('A flood')
  const all = await Promise.all(Array.from({ length: size }, () => Inquiry.put(device, text, threadId)))
  const ids = new Set<string>(all.map(({ clientMessageId }) => clientMessageId))
  const answers = (): Heard[] =>
    heard.since(from).flatMap(({ value }) => (isAnswerTo(ids, value) ? [value] : []))
  const wait = { what: 'an answer to each of them', from, limit: ANSWER }
  await heard.waitFor(wait, () => answers().length >= size)
  return answers()
}

/** Stops a run, unless it has come to its end by itself. */
async function stop({ device }: Person, run: RunId, faults: Scenario['faults']): Promise<void> {
  faults.claimRun(run)
  device.line.stopRun(run)
  const isEnd = (heard: Heard): boolean =>
    isAgentEvent(heard) && heard.payload.run_id === run && isLast(heard)
  const wait = { what: 'the end of what was stopped', from: EventLog.START, limit: LINE_END }
  await device.line.heard.waitFor(wait, isEnd)
}

function isAnswerTo(ids: ReadonlySet<string>, heard: Heard): boolean {
  if (heard.type === 'message_accepted') return ids.has(heard.payload.client_message_id)
  return heard.type === 'error_message'
}

/** Somebody asks ordinary questions before and during something that is done; what she notices of it. */
export async function neighbourDuring<Result>(
  person: Person,
  act: (askMeanwhile: () => Promise<void>) => Promise<Result>,
): Promise<{ result: Result; neighbour: Neighbour }> {
  const { device } = person
  const questions = [costQuestion(person), costQuestion(person, 'egret')] as const
  const first = await Inquiry.put(device, questions[0].text)
  const second = Promise.withResolvers<Inquiry>()
  const result = await act(async () => {
    const inquiry = await Inquiry.put(device, questions[1].text)
    second.resolve(inquiry)
    await inquiry.accepted()
  })
  const runs = [await first.ended(), await (await second.promise).ended()] as const
  const heard = device.line.heard.since(EventLog.START).map(({ value }) => value)
  const strange = heard.filter(
    (frame) => frame.type === 'error_message' || frame.type === 'unreadable' || isForeign(person, frame),
  )
  const neighbour = {
    faults: [...groundedFaults(questions[0], runs[0]), ...groundedFaults(questions[1], runs[1])],
    strange: strange.map(({ type }) => type),
    lineIsOpen: device.line.isOpen,
  }
  return { result, neighbour }
}

function isForeign({ device }: Person, frame: Heard): boolean {
  return isAgentEvent(frame) && frame.payload.user_id !== device.context.userId
}

/** Comes in once more, with a line of that session, and signs out there. @returns how the line ended */
export async function signOutAndWatch(person: Person, { faults }: Scenario): Promise<number> {
  const device = person.addDevice()
  await person.arrive(device)
  const line = await device.openLine()
  faults.claimLineEnd(line.number)
  ;(await person.auth.logout(device.session.accessToken)).mustBe(200)
  return (await line.mustEnd(LINE_END)).code
}
