import { randomUUID } from 'node:crypto'
import type { LiveConnection } from '#clients/live-connection'
import { ERRORS, type ErrorCode } from '#contract/codes'
import { readTable, type Phrased } from '#promises/shared/phrase-table'
import { answersPing } from '#promises/shared/ping'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { FaultyMessage } from './faulty-messages.checks.ts'
import { LiveState } from './state.ts'

/** A thread of the sender's own, and one of somebody else. */
interface Threads {
  readonly own: string
  readonly foreign: string
}

/** A message that is not as it has to be. */
interface Fault extends Phrased {
  readonly code: ErrorCode
  readonly textFor: (threads: Threads) => string
  /** Whether it is sent as bytes. */
  readonly isBinary?: true
}

const PING = frame('ping', { nonce: '1' })

const FAULTS: readonly Fault[] = [
  { phrase: 'a message that breaks off', code: ERRORS.format, textFor: () => PING.slice(0, -6) },
  { phrase: 'a list in place of a message', code: ERRORS.format, textFor: () => '["ping"]' },
  { phrase: 'sounds in place of words', code: ERRORS.format, textFor: () => PING, isBinary: true },
  { phrase: 'a message of an unknown kind', code: ERRORS.unknownType, textFor: () => frame('sing', {}) },
  {
    phrase: 'a question without words',
    code: ERRORS.invalid,
    textFor: ({ own }) => question({ thread_id: own }),
  },
  {
    phrase: 'a question into no conversation',
    code: ERRORS.invalid,
    textFor: () => question({ content: 'Hello?' }),
  },
  {
    phrase: "a question into somebody else's conversation",
    code: ERRORS.notFound,
    textFor: ({ foreign }) => question({ content: 'Hello?', thread_id: foreign }),
  },
  {
    phrase: "a wish to hear somebody else's conversation",
    code: ERRORS.notFound,
    textFor: ({ foreign }) => frame('resume', { thread_id: foreign, after: 0 }),
  },
]

/** Sends every one of these, and after each of them something good. @param phrases as the feature calls them */
export async function sendFaulty(
  sender: Person,
  neighbour: Person,
  phrases: readonly string[],
  { faults }: Scenario,
): Promise<void> {
  const { connection, threadId: own } = sender.device
  const threads = { own, foreign: neighbour.device.threadId }
  const messages: FaultyMessage[] = []
  for (const fault of readTable(phrases, FAULTS, 'faulty message')) {
    faults.expectErrors(connection.number, fault.code)
    messages.push(await sendFault(connection, fault, threads))
  }
  sender.state.of(LiveState).faultsSent.set({ messages, isOpen: connection.isOpen })
}

async function sendFault(
  connection: LiveConnection,
  { phrase: what, code: wanted, textFor, isBinary }: Fault,
  threads: Threads,
): Promise<FaultyMessage> {
  const { received } = connection
  const from = received.mark()
  connection.sendRaw(textFor(threads), isBinary)
  const isAnswering = await answersPing(connection)
  const errors = received.since(from).flatMap(({ value }) => (value.type === 'error_message' ? [value] : []))
  const isExplained = errors.every(({ error_message: words }) => words.length > 3)
  return { what, wanted, errors: errors.map(({ error_code }) => error_code), isExplained, isAnswering }
}

function question(payload: object): string {
  return frame('user_message', { ...payload, client_message_id: randomUUID() })
}

function frame(type: string, payload: object): string {
  return JSON.stringify({ type, payload })
}
