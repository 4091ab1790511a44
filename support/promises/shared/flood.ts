import type { RunId } from '#clients/ids'
import { ERRORS } from '#contract/codes'
import type { FrameOf, ReceivedFrame } from '#contract/frames'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { costQuestion, longWork } from './assignments.ts'
import { terminalEventOn } from './connection-events.ts'
import type { Flood } from './flood.checks.ts'
import { QuestionRun } from './question-run.ts'

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
  faults.expectErrors(device.connection.number, ERRORS.tooMany)
  const answers = await askTooMuch(person, size)
  const refused = answers.filter((heard): heard is FrameOf<'error_message'> => heard.type === 'error_message')
  const taken = answers.flatMap((heard) => (heard.type === 'message_accepted' ? [heard.payload.run_id] : []))
  await meanwhile(taken)
  for (const run of taken) await stop(person, run as RunId, faults)
  const next = await QuestionRun.askInNewThread(device, costQuestion(person, 'egret').text)
  return {
    ...{ sent: size, accepted: taken.length },
    waits: refused.map(({ payload }) => payload.retry_after_seconds),
    afterwards: (await next.ended()).outcome,
  }
}

/** @returns what each of the questions was answered with at once: taken, or refused */
async function askTooMuch(person: Person, size: number): Promise<ReceivedFrame[]> {
  const { device } = person
  const { received } = device.connection
  const from = received.mark()
  const text = longWork(person, 'crane').text
  const threadId = await device.createThread('A flood')
  const all = await Promise.all(Array.from({ length: size }, () => QuestionRun.ask(device, text, threadId)))
  const ids = new Set<string>(all.map(({ clientMessageId }) => clientMessageId))
  const answers = (): ReceivedFrame[] =>
    received.since(from).flatMap(({ value }) => (isAnswerTo(ids, value) ? [value] : []))
  const wait = { what: 'an answer to each of them', from, limit: device.patience }
  await received.waitFor(wait, () => answers().length >= size)
  return answers()
}

/** Stops a run, unless it has come to its end by itself. @throws {NotObserved} when it goes on */
async function stop({ device }: Person, run: RunId, faults: Scenario['faults']): Promise<void> {
  faults.expectRunFailure(run)
  device.connection.stopRun(run)
  await terminalEventOn(device.connection, run, device.patience)
}

function isAnswerTo(ids: ReadonlySet<string>, heard: ReceivedFrame): boolean {
  if (heard.type === 'message_accepted') return ids.has(heard.payload.client_message_id)
  return heard.type === 'error_message'
}
