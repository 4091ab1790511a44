import { groundedFaults } from '#promises/shared/answers.checks'
import type { Neighbour, TooLong } from './limits.checks.ts'
import { isAgentEvent, type ReceivedFrame } from '#contract/frames'
import { seconds } from '#waiting/duration'
import { EventLog } from '#waiting/event-log'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { costQuestion } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'
import { answersPing } from '#promises/shared/ping'

/** The contract's two seconds, and what it takes to notice. */
const LINE_END = seconds(4)
const ANSWER = seconds(5)

/** Sends a message of just the length that a line takes, and then one that is a byte longer, on a line of its own. */
export async function sendTooLong(person: Person, { faults }: Scenario): Promise<TooLong> {
  const device = person.addDevice()
  device.adopt(person.device.context)
  const connection = await device.connect()
  const { payload } = await connection.mustReceive('connection_established', EventLog.START, ANSWER)
  const limitBytes = payload.max_message_bytes
  for (const code of ['INVALID_MESSAGE', 'FORMAT_ERROR', 'UNKNOWN_TYPE'])
    faults.expectErrors(connection.number, code)
  connection.sendRaw('x'.repeat(limitBytes))
  const atLimit = (await answersPing(connection)) ? 'answered' : 'silent'
  faults.expectClose(connection.number)
  connection.sendRaw('x'.repeat(limitBytes + 1))
  const { code } = await connection.mustClose(LINE_END)
  return { limitBytes, atLimit, pastLimit: code, otherAnswers: await answersPing(person.device.connection) }
}

/** Somebody asks ordinary questions before and during something that is done; what she notices of it. */
export async function neighbourDuring<Result>(
  person: Person,
  act: (askMeanwhile: () => Promise<void>) => Promise<Result>,
): Promise<{ result: Result; neighbour: Neighbour }> {
  const { device } = person
  const questions = [costQuestion(person), costQuestion(person, 'egret')] as const
  const first = await QuestionRun.ask(device, questions[0].text)
  const second = Promise.withResolvers<QuestionRun>()
  const result = await act(async () => {
    const questionRun = await QuestionRun.ask(device, questions[1].text)
    second.resolve(questionRun)
    await questionRun.accepted()
  })
  const runs = [await first.ended(), await (await second.promise).ended()] as const
  const heard = device.connection.received.since(EventLog.START).map(({ value }) => value)
  const strange = heard.filter(
    (frame) => frame.type === 'error_message' || frame.type === 'unreadable' || isForeign(person, frame),
  )
  const neighbour = {
    faults: [...groundedFaults(questions[0], runs[0]), ...groundedFaults(questions[1], runs[1])],
    strange: strange.map(({ type }) => type),
    lineIsOpen: device.connection.isOpen,
  }
  return { result, neighbour }
}

function isForeign({ device }: Person, frame: ReceivedFrame): boolean {
  return isAgentEvent(frame) && frame.payload.user_id !== device.context.userId
}

/** Comes in once more, with a line of that session, and signs out there. @returns how the line ended */
export async function signOutAndWatch(person: Person, { faults }: Scenario): Promise<number> {
  const device = person.addDevice()
  await person.signIn(device)
  const connection = await device.connect()
  faults.expectClose(connection.number)
  ;(await person.auth.logout(device.session.accessToken)).mustBe(200)
  return (await connection.mustClose(LINE_END)).code
}
