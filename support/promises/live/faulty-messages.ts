import { randomUUID } from 'node:crypto'
import type { LiveConnection } from '#clients/live-connection'
import { isOffered } from '#contract/access'
import { CLOSE, DENIAL_CODES, ERRORS } from '#contract/codes'
import { see, NotSeen } from '#expect/seen'
import { readTable, type Phrased } from '#promises/shared/phrase-table'
import { answersPing } from '#world/ping'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { FaultyMessage } from './faulty-messages.checks.ts'
import { oddFaults, type Fault } from './odd-messages.ts'
import { LiveState } from './state.ts'
import { workBeside } from './work-beside.ts'

/** A thread of the sender's own, and one of somebody else, with work that goes on in it. */
interface Places {
  readonly own: string
  readonly foreign: string
  readonly foreignRun: string
}

/** What a row of the feature's table stands for. */
interface Row extends Phrased {
  readonly faultsFor: (places: Places) => readonly Omit<Fault, 'what'>[]
}

const PING = frame('ping', { nonce: '1' })
const { format, unknownType, notFound, authentication } = ERRORS

const ROWS: readonly Row[] = [
  row('a message that breaks off', format, () => PING.slice(0, -6)),
  {
    phrase: 'a list in place of a message',
    faultsFor: () => ['["ping"]', `[${PING}]`, '[]'].map((text) => ({ codes: [format], text })),
  },
  { phrase: 'sounds in place of words', faultsFor: () => [{ codes: [format], text: PING, isBinary: true }] },
  row('a message of an unknown kind', unknownType, () => frame('sing', {})),
  {
    phrase: 'every kind of message, with each thing in it left out or senseless',
    faultsFor: ({ own }) => oddFaults(own),
  },
  row("a question into somebody else's conversation", notFound, ({ foreign }) =>
    frame('user_message', { content: 'Hello?', thread_id: foreign, client_message_id: randomUUID() }),
  ),
  row("a wish to hear somebody else's conversation", notFound, ({ foreign }) =>
    frame('resume', { thread_id: foreign, after: 0 }),
  ),
  row("a wish to stop somebody else's work", notFound, ({ foreignRun }) =>
    frame('stop_run', { run_id: foreignRun }),
  ),
]

/**
 * Sends every one of these, and after each of them something good, while work of somebody else's goes on.
 *
 * @param phrases as the feature calls them
 */
export async function sendFaulty(
  sender: Person,
  neighbour: Person,
  phrases: readonly string[],
  scenario: Scenario,
): Promise<void> {
  const { connection, threadId: own } = sender.device
  const rows = readTable(phrases, ROWS, 'faulty message')
  const foreignRun = await workBeside(sender, neighbour)
  const places = { own, foreign: neighbour.device.threadId, foreignRun }
  const faults = rows.flatMap(({ phrase, faultsFor }) =>
    faultsFor(places).map((fault) => known({ what: phrase, ...fault }, scenario)),
  )
  const [staying, apart] = [false, true].map((isApart) =>
    faults.filter((fault) => !!fault.isApart === isApart),
  )
  const openAnother = (): Promise<LiveConnection> => sender.addDeviceOfSameSession().connect()
  const messages = await Promise.all([
    sendEach(staying ?? [], () => Promise.resolve(connection), scenario),
    sendEach(apart ?? [], openAnother, scenario),
  ])
  sender.state.of(LiveState).faultsSent.set({ messages: messages.flat(), isOpen: connection.isOpen })
}

/** Of what is not offered, nobody has to know the messages. */
function known(fault: Fault, { offers }: Scenario): Fault {
  const missing = (['resume', 'stop_run'] as const).filter((type) => !isOffered(type, offers))
  const isUnknown = missing.some((type) => fault.text.startsWith(`{"type":"${type}"`))
  return isUnknown ? { ...fault, codes: [...fault.codes, unknownType] } : fault
}

/** One after the other: an error need not say what it is about. @param open called for the first, and whenever the line has ended */
async function sendEach(
  faults: readonly Fault[],
  open: () => Promise<LiveConnection>,
  scenario: Scenario,
): Promise<FaultyMessage[]> {
  const messages: FaultyMessage[] = []
  let connection: LiveConnection | undefined
  for (const fault of faults) {
    if (!connection?.isOpen) connection = await open()
    messages.push(await sendFault(connection, fault, scenario))
    // Whoever has heard nothing three times waits no longer.
    if (messages.filter(({ goesOn }) => !goesOn).length >= 3) break
  }
  if (faults[0]?.isApart) await connection?.close()
  return messages
}

async function sendFault(
  connection: LiveConnection,
  { what, codes, text, isBinary, mayEnd }: Fault,
  { faults }: Scenario,
): Promise<FaultyMessage> {
  const { received } = connection
  for (const code of codes) faults.expectErrors(connection.number, code)
  if (mayEnd) faults.expectClose(connection.number)
  const from = received.mark()
  connection.sendRaw(text, isBinary)
  const isAnswering = await answersPing(connection)
  const errors = received.since(from).flatMap(({ value }) => (value.type === 'error_message' ? [value] : []))
  const isExplained = errors.every(({ error_message: words }) => words.length > 3)
  const told = errors.map(({ error_code }) => error_code)
  const goesOn = isAnswering || (mayEnd === true && (await hasEndedAsItMay(connection, told)))
  return { what, wanted: codes, errors: told, isExplained, goesOn }
}

/** Who shows a token that is none may be shown out. */
async function hasEndedAsItMay(connection: LiveConnection, errors: readonly string[]): Promise<boolean> {
  if (!errors.includes(authentication)) return false
  const end = await see(() => connection.mustClose(connection.patience))
  return !(end instanceof NotSeen) && end.code === CLOSE.policyViolation
}

function row(phrase: string, code: string, textFor: (places: Places) => string): Row {
  const codes = [code, ...(code === notFound ? DENIAL_CODES : [])] as const
  return { phrase, faultsFor: (places) => [{ codes, text: textFor(places) }] }
}

function frame(type: string, payload: object): string {
  return JSON.stringify({ type, payload })
}
