import type { RunId } from '#clients/ids'
import { AcceptedAnswer } from '#contract/answers'
import { readWell } from '#contract/reading'
import { costQuestion } from '#promises/shared/assignments'
import { terminalEventOn } from '#promises/shared/connection-events'
import { ownCallsOf } from '#promises/shared/own-calls'
import type { Person } from '#world/person'

/**
 * Sends two messages whose names differ in capitals only. They are no UUIDs, which are the same in capitals; whoever
 * takes no other names does not take one for the other.
 *
 * @returns what is wrong with that
 * @throws {NotObserved | UnexpectedAnswer}
 */
export async function sendInCapitals(person: Person): Promise<string[]> {
  const { device } = person
  const { connection, silence } = device
  const id = await device.createThread('In capitals')
  const runs = new Set<string>()
  for (const client_message_id of [`${person.marker}-note-a`, `${person.marker}-note-A`]) {
    const json = { content: costQuestion(person, 'finch').text, client_message_id }
    const { data } = readWell(AcceptedAnswer, (await ownCallsOf(person)('sendMessage', { id, json })).body)
    if (!data) return []
    runs.add(data.run_id)
    await terminalEventOn(connection, data.run_id as RunId, silence)
  }
  return runs.size === 2 ? [] : ['two names that differ in capitals only are taken for one']
}
