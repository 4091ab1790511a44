import { isAgentEvent, type ReceivedFrame } from '#contract/frames'
import type { ForeignResume } from './concurrent-runs.checks.ts'
import { seconds } from '#waiting/duration'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { pairsOf, type Pair } from './crowd.ts'
import { answersPing } from '#promises/shared/ping'

const ANSWER = seconds(5)
const NOT_FOUND = 'THREAD_NOT_FOUND'
/** Further than anything in one's own conversation. */
const FAR_AWAY = 1_000_000

/** Everybody asks to be told again what is another's, and what was never said; and at last what is her own. */
export async function resumeForeign(
  people: readonly Person[],
  { faults }: Scenario,
): Promise<ForeignResume[]> {
  for (const { device } of people) faults.expectErrors(device.connection.number, NOT_FOUND)
  const inTurn = people.map(async (asker) => {
    const pairs = pairsOf(people).filter((pair) => pair.asker === asker)
    const tries: ForeignResume[] = []
    for (const pair of pairs) tries.push(...(await resumeOthers(pair)))
    return [...tries, ...(await resumeOwn(asker))]
  })
  return (await Promise.all(inTurn)).flat()
}

async function resumeOthers({ asker, owner }: Pair): Promise<ForeignResume[]> {
  const thread = owner.device.threadId
  const whose = `${owner.name}'s conversation, by ${asker.name}`
  return [
    { ...(await resume(asker, thread, 0)), what: `${whose}, from the beginning`, wanted: 'nothing' },
    { ...(await resume(asker, thread, 3)), what: `${whose}, from its third word`, wanted: 'nothing' },
  ]
}

async function resumeOwn(asker: Person): Promise<ForeignResume[]> {
  const { threadId } = asker.device
  const whose = `${asker.name}'s own conversation`
  return [
    { ...(await resume(asker, threadId, 0)), what: `${whose}, from the beginning`, wanted: 'told' },
    { ...(await resume(asker, threadId, FAR_AWAY)), what: `${whose}, from far away`, wanted: 'silence' },
  ]
}

/** One wish to be told again, and everything that came of it until the line answers once more. */
async function resume(
  { name, device: { connection } }: Person,
  threadId: Parameters<typeof connection.resume>[0],
  after: number,
): Promise<Pick<ForeignResume, 'refusal' | 'told'>> {
  const from = connection.received.mark()
  connection.resume(threadId, after)
  const isAnswer = ({ type }: ReceivedFrame): boolean =>
    type === 'error_message' || type === 'replay_complete'
  const { value } = await connection.received.waitFor(
    { what: `an answer to ${name}`, from, limit: ANSWER },
    isAnswer,
  )
  await answersPing(connection)
  const told = connection.received.since(from).filter(({ value: heard }) => isAgentEvent(heard)).length
  return { refusal: value.type === 'error_message' ? value.error_code : undefined, told }
}
