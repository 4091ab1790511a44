import { randomUUID } from 'node:crypto'
import type { LiveConnection } from '#clients/live-connection'
import type { FaultyMessage } from './faulty-messages.checks.ts'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { answersPing } from '#promises/shared/ping'

interface Setting {
  readonly connection: LiveConnection
  /** A conversation of one's own, and one of somebody else. */
  readonly own: string
  readonly foreign: string
}

interface Fault {
  /** As the feature calls it. */
  readonly what: string
  readonly code: string
  readonly send: (setting: Setting) => void
}

const FAULTS: readonly Fault[] = [
  {
    what: 'a message that breaks off',
    code: 'FORMAT_ERROR',
    send: ({ connection }) => connection.sendRaw('{"type":"ping","payload":{"nonce"'),
  },
  {
    what: 'a list in place of a message',
    code: 'FORMAT_ERROR',
    send: ({ connection }) => connection.sendRaw('["ping"]'),
  },
  {
    what: 'sounds in place of words',
    code: 'FORMAT_ERROR',
    send: ({ connection }) => connection.sendRaw('{"type":"ping","payload":{"nonce":"1"}}', true),
  },
  {
    what: 'a message of an unknown kind',
    code: 'UNKNOWN_TYPE',
    send: ({ connection }) => connection.send({ type: 'sing', payload: {} }),
  },
  {
    what: 'a question without words',
    code: 'INVALID_MESSAGE',
    send: ({ connection, own }) =>
      connection.send({ type: 'user_message', payload: { thread_id: own, client_message_id: randomUUID() } }),
  },
  {
    what: 'a question into no conversation',
    code: 'INVALID_MESSAGE',
    send: ({ connection }) =>
      connection.send({
        type: 'user_message',
        payload: { content: 'Hello?', client_message_id: randomUUID() },
      }),
  },
  {
    what: "a question into somebody else's conversation",
    code: 'THREAD_NOT_FOUND',
    send: ({ connection, foreign }) =>
      connection.send({
        type: 'user_message',
        payload: { content: 'Hello?', thread_id: foreign, client_message_id: randomUUID() },
      }),
  },
  {
    what: "a wish to hear somebody else's conversation",
    code: 'THREAD_NOT_FOUND',
    send: ({ connection, foreign }) =>
      connection.send({ type: 'resume', payload: { thread_id: foreign, after: 0 } }),
  },
]

interface FaultsSent {
  readonly messages: readonly FaultyMessage[]
  /** After how many of them the line has answered. */
  readonly answered: number
  /** How the line ended, if it did. */
  readonly end: string | undefined
}

const SENT = topic<FaultsSent>('sent faulty messages')

/** Sends every one of these, and after each of them something that is answered. @param phrases as the feature calls them */
export async function sendFaulty(
  sender: Person,
  neighbour: Person,
  phrases: readonly string[],
  { faults }: Scenario,
): Promise<void> {
  const { connection, context } = sender.device
  const setting = {
    connection,
    own: context.threadId ?? '',
    foreign: neighbour.device.context.threadId ?? '',
  }
  const messages: FaultyMessage[] = []
  let answered = 0
  for (const phrase of phrases) {
    const { what, code, send } = findFault(phrase)
    faults.expectErrors(connection.number, code)
    const from = connection.received.mark()
    send(setting)
    if (await answersPing(connection)) answered += 1
    const errors = connection.received
      .since(from)
      .flatMap(({ value }) => (value.type === 'error_message' ? [value] : []))
    const isExplained = errors.every(({ error_message: words }) => words.length > 3)
    messages.push({ what, wanted: code, errors: errors.map(({ error_code }) => error_code), isExplained })
  }
  const end = connection.isOpen ? undefined : 'by the platform'
  sender.memory.note(SENT, { messages, answered, end })
}

export function faultsSentBy({ memory }: Person): FaultsSent {
  return memory.recall(SENT)
}

function findFault(phrase: string): Fault {
  const fault = FAULTS.find(({ what }) => what === phrase)
  if (!fault)
    throw new Error(`"${phrase}" is no faulty message that is known here: see ${FAULTS.length} others`)
  return fault
}
