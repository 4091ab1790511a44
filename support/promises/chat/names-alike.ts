import type { RunId } from '#clients/ids'
import { AcceptedAnswer } from '#contract/answers'
import { readWell } from '#contract/reading'
import { startWatching } from '#promises/shared/asking'
import { costQuestion } from '#promises/shared/assignments'
import { terminalEventOn } from '#promises/shared/connection-events'
import { ownCallsOf } from '#promises/shared/own-calls'
import { answersPing } from '#world/ping'
import type { Person } from '#world/person'

const LAST = '-note-a  '
/** Different, if only in capitals, or in blanks at the ends. They are no UUIDs, which are the same in capitals. */
const ENDINGS = ['-note-a', '-note-A', LAST] as const

/**
 * Comes, and sends messages whose names differ in little, and another one by the first of them; whoever takes no such names does
 * not take one for the other. What they are called when one is sent again on the line is compared by whoever watches.
 *
 * @returns what is wrong with that
 * @throws {NotObserved | UnexpectedAnswer}
 */
export async function sendNamedAlike(person: Person): Promise<string[]> {
  await startWatching(person)
  const { device, marker } = person
  const { connection } = device
  const [id, content] = [await device.createThread('Named alike'), costQuestion(person, 'finch').text]
  const names = ENDINGS.map((ending) => marker + ending)
  const runs = await Promise.all(names.map((name) => sendAndAwait(person, id, content, name)))
  if (runs.includes(undefined)) return []
  connection.sendUserMessage(id, content, marker + LAST)
  await answersPing(connection)
  const different = new Set(runs).size
  const faults =
    different === names.length ? [] : [`${names.length} names that differ in little have ${different} runs`]
  const other = await sendAndAwait(person, id, `${content} Please.`, names[0] ?? '')
  const isAnew = other !== undefined && other !== runs[0]
  return [...faults, ...(isAnew ? ['by the same name, other words have a run of their own'] : [])]
}

/** @returns its run; undefined where it is not taken under that name */
async function sendAndAwait(
  person: Person,
  id: string,
  content: string,
  name: string,
): Promise<RunId | undefined> {
  const { connection, silence } = person.device
  const json = { content, client_message_id: name }
  const { data } = readWell(AcceptedAnswer, (await ownCallsOf(person)('sendMessage', { id, json })).body)
  if (!data) return undefined
  const runId = data.run_id as RunId
  await terminalEventOn(connection, runId, silence)
  return runId
}
