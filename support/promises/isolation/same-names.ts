import { randomUUID } from 'node:crypto'
import type { RunId } from '#clients/ids'
import { costQuestion } from '#promises/shared/assignments'
import { runEndOn } from '#promises/shared/connection-events'
import type { Fact } from '#promises/shared/facts.checks'
import { begin } from '#promises/shared/own-calls'
import type { Person } from '#world/person'

/** What became of a message of somebody's. */
interface Sent {
  readonly name: string
  readonly runId: string
  readonly messageId: string
  readonly inItsThread: boolean
  readonly outcome: string
  readonly kept: readonly string[]
  readonly wanted: string
}

/** Two people give their messages the same name, at the same moment. @throws {NotObserved | UnexpectedAnswer} */
export async function nameAlike(people: readonly Person[]): Promise<Fact[]> {
  const clientMessageId = randomUUID()
  const sent = await Promise.all(people.map((person) => sendUnder(clientMessageId, person)))
  const different = (ids: readonly string[]): number => new Set(ids).size
  return [
    { what: 'messages', wanted: people.length, seen: different(sent.map(({ messageId }) => messageId)) },
    { what: 'works', wanted: people.length, seen: different(sent.map(({ runId }) => runId)) },
    ...sent.flatMap(({ name, inItsThread, outcome, kept, wanted }) => [
      { what: `${name}'s, where she sent it`, wanted: true, seen: inItsThread },
      { what: `${name}'s work`, wanted: 'answered', seen: outcome },
      { what: `${name}'s questions that were kept`, wanted: [wanted], seen: kept },
    ]),
  ]
}

async function sendUnder(clientMessageId: string, person: Person): Promise<Sent> {
  const { name, device, marker } = person
  const { text } = costQuestion(person, 'teal')
  const { id } = await begin(person, { title: `${marker} teal` })
  const sent = await device.backend.mustSendMessage(id, text, clientMessageId)
  const { outcome } = await runEndOn(device.connection, sent.run_id as RunId, device.silence)
  const messages = await device.backend.mustMessages(id)
  const kept = messages.filter(({ role }) => role === 'user').map(({ content }) => content)
  const known = { name, runId: sent.run_id, messageId: sent.message_id, inItsThread: sent.thread_id === id }
  return { ...known, outcome, kept, wanted: text }
}
