import { groundedFaults } from '#promises/shared/answers.checks'
import type { Neighbour, TooLong } from './limits.checks.ts'
import { isAgentEvent, type Heard } from '#contract/frames'
import { seconds } from '#waiting/duration'
import { EventLog } from '#waiting/event-log'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { costQuestion } from '#promises/shared/assignments'
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
