import { ERRORS } from '#contract/codes'
import { LIMITS } from '#contract/limits'
import { askAndAwait } from '#promises/shared/asking'
import type { QuestionAndAnswer } from '#promises/shared/answers.checks'
import { costQuestion } from '#promises/shared/assignments'
import { worstCloseSince } from '#promises/shared/connection-end'
import type { ClosedConnection } from '#promises/shared/connection-end.checks'
import { flood } from '#promises/shared/flood'
import type { Flood } from '#promises/shared/flood.checks'
import { goOnUnder } from '#promises/shared/short-lived-token'
import { answersPing } from '#world/ping'
import { EventLog } from '#waiting/event-log'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { Neighbour, TooLong } from './limits.checks.ts'

/** Some more than anybody may have worked on at once. */
const FLOOD = LIMITS.runsAtOnce + 3

/**
 * Sends a message of just the length that a connection takes, and then one that is a byte longer, on one of its own.
 *
 * @throws {NotObserved} when that one is not closed
 */
export async function sendTooLong(person: Person, { faults }: Scenario): Promise<TooLong> {
  const connection = await person.addDeviceOfSameSession().connect()
  const { patience, number } = connection
  const { payload } = await connection.mustReceive('connection_established', EventLog.START, patience)
  const limitBytes = payload.max_message_bytes ?? LIMITS.frameBytes
  for (const code of [ERRORS.invalid, ERRORS.format, ERRORS.unknownType]) faults.expectErrors(number, code)
  connection.sendRaw('x'.repeat(limitBytes))
  const isAnsweringAtLimit = await answersPing(connection)
  faults.expectClose(number)
  connection.sendRaw(bytesInUmlauts(limitBytes + 1))
  const { code } = await connection.mustClose(patience)
  return {
    limitBytes,
    isAnsweringAtLimit,
    code,
    isOtherAnswering: await answersPing(person.device.connection),
  }
}

/** Half as many letters: it is bytes that are counted. */
function bytesInUmlauts(count: number): string {
  return 'ü'.repeat(Math.floor(count / 2)) + 'x'.repeat(count % 2)
}

/**
 * Somebody asks for more at once than anybody may; somebody else asks ordinary questions before it and meanwhile.
 *
 * @throws {NotObserved} when a question of either is not answered at all
 */
export async function floodBeside(
  sender: Person,
  watcher: Person,
  scenario: Scenario,
): Promise<{ readonly flood: Flood; readonly neighbour: Neighbour }> {
  const { device } = watcher
  const exchanges: QuestionAndAnswer[] = []
  const ask = async (bird?: string): Promise<void> => {
    exchanges.push(await askAndAwait(device, costQuestion(watcher, bird)))
  }
  const [, sent] = await Promise.all([ask(), flood(sender, scenario, FLOOD, () => ask('egret'))])
  const received = device.connection.received.since(EventLog.START).map(({ value }) => value)
  const { userId } = device.context
  return { flood: sent, neighbour: { userId, exchanges, received, isOpen: device.connection.isOpen } }
}

/**
 * Signs in once more, with a connection of that session and one that was opened under another and goes on under it, and
 * signs out there.
 *
 * @throws {NotObserved} when one stays open
 */
export async function closeAtSignOut(person: Person, { faults }: Scenario): Promise<ClosedConnection> {
  const device = person.addDevice()
  const { accessToken: other } = person.device.session
  await person.signIn(device)
  const { accessToken } = device.session
  const connections = [await device.connect({ token: other }), await device.connect()]
  await Promise.all(connections.slice(0, 1).map((connection) => goOnUnder(connection, accessToken)))
  for (const { number } of connections) faults.expectClose(number)
  const askedAt = performance.now()
  const closing = worstCloseSince(connections, askedAt)
  const [closed] = await Promise.all([
    closing,
    person.auth.logout(accessToken).then((answer) => answer.mustBe(200)),
  ])
  return closed
}
