import type { ThreadId } from '#clients/ids'
import { DENIAL_CODES, ERRORS } from '#contract/codes'
import type { ReceivedFrame } from '#contract/frames'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { agentEventsOn, resume } from '#promises/shared/connection-events'
import { answersPing } from '#world/ping'
import type { ForeignResume } from './concurrent-runs.checks.ts'
import { pairsOf, type Pair } from './crowd.ts'

/** Further than anything in one's own thread. */
const FAR_AWAY = 1_000_000

/** Everybody asks for a replay of what is another's, and of what was never said; and at last of her own. @throws {NotObserved} */
export async function resumeForeign(
  people: readonly Person[],
  { faults }: Scenario,
): Promise<ForeignResume[]> {
  for (const { device } of people)
    for (const code of [ERRORS.notFound, ...DENIAL_CODES]) faults.expectErrors(device.connection.number, code)
  const inTurn = people.map(async (asker) => {
    const tries: ForeignResume[] = []
    for (const pair of pairsOf(people)) if (pair.asker === asker) tries.push(...(await resumeOthers(pair)))
    return [...tries, ...(await resumeOwn(asker))]
  })
  return (await Promise.all(inTurn)).flat()
}

async function resumeOthers({ asker, owner }: Pair): Promise<ForeignResume[]> {
  const { threadId } = owner.device
  const whose = `${owner.name}'s conversation, by ${asker.name}`
  return [
    { ...(await askAgain(asker, threadId, 0)), what: `${whose}, from the beginning`, wanted: 'nothing' },
    { ...(await askAgain(asker, threadId, 3)), what: `${whose}, from its third word`, wanted: 'nothing' },
  ]
}

async function resumeOwn(asker: Person): Promise<ForeignResume[]> {
  const { threadId } = asker.device
  const whose = `${asker.name}'s own conversation`
  return [
    { ...(await askAgain(asker, threadId, 0)), what: `${whose}, from the beginning`, wanted: 'told' },
    { ...(await askAgain(asker, threadId, FAR_AWAY)), what: `${whose}, from far away`, wanted: 'silence' },
  ]
}

/** One wish for a replay, and everything that came of it until the connection answers once more. */
async function askAgain(
  { name, device: { connection, context } }: Person,
  threadId: ThreadId,
  after: number,
): Promise<Pick<ForeignResume, 'refusal' | 'told' | 'foreign' | 'fence'>> {
  const { mark: from } = resume(connection, threadId, after)
  const isAnswer = ({ type }: ReceivedFrame): boolean =>
    type === 'error_message' || type === 'replay_complete'
  const wait = { what: `an answer to ${name}`, from, limit: connection.patience }
  const { value } = await connection.received.waitFor(wait, isAnswer)
  const fence = await answersPing(connection)
  const events = agentEventsOn(connection, from)
  return {
    refusal: value.type === 'error_message' ? value.error_code : undefined,
    told: events.length,
    foreign: events.filter(({ event }) => event.payload.user_id !== context.userId).length,
    fence,
  }
}
