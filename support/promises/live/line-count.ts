import type { LiveConnection } from '#clients/live-connection'
import type { ConnectionAttempt } from '#clients/open-connection'
import { CLOSE } from '#contract/codes'
import { LIMITS } from '#contract/limits'
import { costQuestion } from '#promises/shared/assignments'
import { agentEventsOn, runEndOn } from '#promises/shared/connection-events'
import type { Fact } from '#promises/shared/facts.checks'
import { answersPing } from '#world/ping'
import { QuestionRun } from '#promises/shared/question-run'
import { see, NotSeen } from '#expect/seen'
import { eventually } from '#waiting/eventually'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'

const { connections: MOST } = LIMITS
/** Some more than anybody may have. */
const TOO_MANY = 2
const REASON = 'too many connections'
const WAYS = ['header', 'header', 'subprotocol', 'subprotocol'] as const

/**
 * Opens as many lines as one person may have, and some more, all at the same moment, from two sessions and in every way;
 * somebody else opens one meanwhile, and her work is told on all of hers. Then one of them is hung up, and another one opened.
 */
export async function openTooManyLines(
  person: Person,
  neighbour: Person,
  scenario: Scenario,
): Promise<Fact[]> {
  const opened: Line[] = []
  const open = async (owner: Person, details: Details): Promise<Line> => {
    const line = await lineOf(owner, scenario, details)
    opened.push(line)
    return line
  }
  try {
    return await countLines(person, neighbour, scenario, open)
  } finally {
    // Whatever became of it, what comes next needs the room.
    await closeAll(opened)
  }
}

type Details = Parameters<Person['tryConnect']>[0]

async function countLines(
  person: Person,
  neighbour: Person,
  scenario: Scenario,
  openFor: (owner: Person, details: Details) => Promise<Line>,
): Promise<Fact[]> {
  const before = person.devices.filter(({ isConnected }) => isConnected).length
  person.device.connection.reauthenticate(person.device.session.accessToken)
  const tokens = await tokensOfTwoSessions(person)
  const open = (number: number): Promise<Line> =>
    openFor(person, { token: tokens[number % 2], by: WAYS[number % WAYS.length] ?? 'header' })
  const count = MOST - before + TOO_MANY
  const lines = await Promise.all(Array.from({ length: count }, (_, number) => open(number)))
  const told = await toldOnEachOf(person, lines)
  const others = await openFor(neighbour, { token: neighbour.device.session.accessToken })
  await lines.find(({ connection }) => connection)?.connection?.close()
  const room = await roomAfterwards(person, () => open(0), scenario)
  return [
    ...howMany(lines, before),
    told,
    openFact("another person's line meanwhile", others),
    openFact('one more when another has ended', room),
    { what: 'her first line', wanted: true, seen: await answersPing(person.device.connection) },
  ]
}

function openFact(what: string, { how }: Line): Fact {
  return { what, wanted: OPEN, seen: how }
}

/** Her work is told on every one of her lines. */
async function toldOnEachOf(person: Person, lines: readonly Line[]): Promise<Fact> {
  const { device } = person
  const run = await QuestionRun.askInNewThread(device, costQuestion(person, 'finch').text)
  const { events } = await run.ended()
  const { runId } = await run.accepted()
  const open = lines.flatMap(({ connection }) => connection ?? [])
  const wordsOn = async (connection: LiveConnection): Promise<number> => {
    await see(() => runEndOn(connection, runId, connection.patience))
    return agentEventsOn(connection).filter(({ event }) => event.payload.run_id === runId).length
  }
  const words = await Promise.all(open.map(wordsOn))
  // What is told while somebody in between has ended a line is not told there.
  const seen = words.filter((_, place) => open[place]?.succession.line === undefined)
  return { what: 'words of her work on each other line', wanted: seen.map(() => events.length), seen }
}

/** @param before how many she had already */
function howMany(lines: readonly Line[], before: number): Fact[] {
  const refused = lines.filter(({ connection }) => !connection).map(({ how }) => how)
  const ended = Array.from({ length: TOO_MANY }, () => `ended with ${CLOSE.policyViolation} ${REASON}`)
  return [
    { what: 'lines of hers at once', wanted: MOST, seen: before + lines.length - refused.length },
    { what: 'each line beyond', wanted: ended, seen: refused },
  ]
}

const OPEN = 'open'

/** A line that was tried to open; whoever was let in and answers has one. */
interface Line {
  readonly how: string
  readonly connection?: Extract<ConnectionAttempt, { outcome: 'open' }>['connection']
}

async function lineOf(person: Person, { faults }: Scenario, options: Details): Promise<Line> {
  const attempt = await person.tryConnect(options)
  if (attempt.outcome === 'open') {
    const { connection } = attempt
    if (await answersPing(connection)) return { how: OPEN, connection }
    if (connection.isOpen) return { how: 'silent', connection }
    const { code, reason } = await connection.closed
    faults.expectClose(connection.number)
    return { how: `ended with ${code} ${reason}` }
  }
  const ended = attempt.outcome === 'failed' ? attempt.ended : undefined
  if (!ended) return { how: attempt.how.replace(/ after error_message$/, '') }
  faults.expectClose(ended.number)
  return { how: `ended with ${ended.code} ${ended.reason}` }
}

async function tokensOfTwoSessions(person: Person): Promise<string[]> {
  const other = person.addDevice()
  await person.signIn(other)
  return [person.device, other].map(({ session }) => session.accessToken)
}

async function closeAll(lines: readonly Line[]): Promise<void> {
  const open = lines.flatMap(({ connection }) => connection ?? [])
  await Promise.all(open.map((connection) => connection.close()))
}

/** That one has ended may be noticed a moment later. */
async function roomAfterwards(
  { device }: Person,
  open: () => Promise<Line>,
  { stop }: Scenario,
): Promise<Line> {
  let last: Line = { how: 'not tried' }
  const ask = async (): Promise<Line> => (last = await open())
  const patience = { what: 'room for another line', limit: device.patience, stop }
  const isOpen = ({ how }: Line): boolean => how === OPEN
  const seen = await see(() => eventually(patience, ask, isOpen, ({ how }) => how))
  return seen instanceof NotSeen ? last : seen
}
