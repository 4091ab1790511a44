import { randomUUID } from 'node:crypto'
import type { CallDetails } from '#clients/client-context'
import type { RunId, ThreadId } from '#clients/ids'
import { AcceptedAnswer, ProfileAnswer, ThreadAnswer } from '#contract/answers'
import { read } from '#contract/reading'
import type { AgentEvent } from '#contract/frames'
import { ROUTES } from '#contract/routes'
import type { Person } from '#world/person'
import { costQuestion } from '#promises/shared/assignments'
import { agentEventsOn, terminalEventOn } from '#promises/shared/connection-events'
import { headersThatName } from '#promises/shared/naming-headers'
import { listedIn, ownCallsOf } from '#promises/shared/own-calls'
import { answersPing } from '#world/ping'
import { profilesAskedFor } from './crowd.ts'
import type { FalseOwner } from './false-owners.checks.ts'
import { answeredAs } from './named-callers.ts'

const FIELDS = ['user_id', 'userId', 'owner', 'owner_id', 'tenant_id', 'sub']

/** Two people, the first of whom says of what she does that it is the other one's doing. */
interface Pretence {
  readonly maker: Person
  readonly other: Person
  /** Fields that say so. */
  readonly claims: Readonly<Record<string, string>>
}

/** Somebody says in every way that what she does is another's doing. @throws {NotObserved | Unexpected} */
export async function actInAnothersName(maker: Person, other: Person): Promise<FalseOwner[]> {
  const claims = Object.fromEntries(FIELDS.map((name) => [name, userIdOf(other)]))
  const pretence = { maker, other, claims }
  const thread = await maker.device.createThread(`Not hers, says ${maker.marker}`, claims)
  const named = { headers: headersThatName(other.device.context) }
  const another = await threadNaming(pretence, named)
  const ids = { maker: userIdOf(maker), other: userIdOf(other) }
  return [
    { what: 'a conversation', ...ids, owners: await whoSees(thread, pretence), fence: true },
    { what: 'a conversation by its notes', ...ids, owners: await whoseByItsNotes(pretence), fence: true },
    ...(await profilesOf(pretence)).map((owners) => ({ what: 'a profile', ...ids, owners, fence: true })),
    ...(await answeredAs(maker, other)).map((seen) => ({ ...seen, ...ids, fence: true })),
    { what: 'a list', ...ids, owners: await whoseList(pretence, { query: claims }), fence: true },
    { what: 'a list by headers', ...ids, owners: await whoseList(pretence, named), fence: true },
    { what: 'a conversation by headers', ...ids, owners: await whoSees(another, pretence), fence: true },
    { what: 'a question by call', ...ids, ...(await askByCall(thread, pretence)) },
    { what: 'a question on the line', ...ids, ...(await askOnConnection(thread, pretence)) },
  ]
}

function userIdOf({ device }: Person): string {
  return device.context.userId
}

async function whoSees(thread: ThreadId, { maker, other }: Pretence): Promise<string[]> {
  const [mine, isOthers] = await Promise.all([maker.device.backend.thread(thread), isSeenBy(other, thread)])
  return [...(mine.status === 200 ? [userIdOf(maker)] : []), ...(isOthers ? [userIdOf(other)] : [])]
}

async function isSeenBy({ device }: Person, thread: ThreadId): Promise<boolean> {
  const [own, list] = await Promise.all([device.backend.thread(thread), device.backend.mustThreads()])
  return own.status === 200 || list.threads.some(({ id }) => id === thread)
}

/** Whose a thread is whose notes name the other one: hers who can take it back. To read it would show her the other's id. */
async function whoseByItsNotes({ maker, other, claims }: Pretence): Promise<string[]> {
  const json = { title: `Not hers by its notes, says ${maker.marker}`, metadata: claims }
  const answer = await ownCallsOf(maker)('createThread', { json })
  const id = answer.must(200, ThreadAnswer).id as ThreadId
  const isOthers = await isSeenBy(other, id)
  const isMakers = (await ownCallsOf(maker)('deleteThread', { id })).status < 300
  return [...(isMakers ? [userIdOf(maker)] : []), ...(isOthers ? [userIdOf(other)] : [])]
}

/** Whom each profile is about that was asked for as the other one's. */
async function profilesOf({ maker, other }: Pretence): Promise<string[][]> {
  const answers = await profilesAskedFor({ asker: maker, owner: other })
  return answers.map(({ body }) => {
    const { data } = read(ProfileAnswer, body)
    return data?.user_id ? [data.user_id] : []
  })
}

type Naming = Pick<CallDetails, 'query' | 'headers'>

/** A thread, begun with headers that name the other one. */
async function threadNaming({ maker }: Pretence, named: Naming): Promise<ThreadId> {
  const json = { title: `Not hers either, says ${maker.marker}` }
  const answer = await ownCallsOf(maker)('createThread', { json, ...named })
  return answer.must(200, ThreadAnswer).id as ThreadId
}

/** Whose the list is that was asked for as the other one's: the maker's if all of it is hers, before it or after. */
async function whoseList({ maker, other }: Pretence, named: Naming): Promise<string[]> {
  const idsOf = async (person: Person, way: Naming = {}): Promise<readonly string[]> =>
    listedIn(await ownCallsOf(person)('listThreads', way))?.ids ?? []
  const before = await idsOf(maker)
  const claimed = await idsOf(maker, named)
  const [after, theirs] = await Promise.all([idsOf(maker), idsOf(other)])
  const isMakers = claimed.length > 0 && claimed.every((id) => before.includes(id) || after.includes(id))
  const isOthers = claimed.some((id) => theirs.includes(id))
  return [...(isMakers ? [userIdOf(maker)] : []), ...(isOthers ? [userIdOf(other)] : [])]
}

type Told = Pick<FalseOwner, 'owners' | 'fence'>

async function askByCall(thread: ThreadId, pretence: Pretence): Promise<Told> {
  const { maker, claims } = pretence
  const json = { content: costQuestion(maker, 'egret').text, ...claims }
  const token = maker.device.session.accessToken
  const answer = await maker.http.call(ROUTES.sendMessage, { token, id: thread, json })
  return whoIsTold(answer.must(202, AcceptedAnswer).run_id, pretence)
}

async function askOnConnection(thread: ThreadId, pretence: Pretence): Promise<Told> {
  const { maker, claims } = pretence
  const { connection } = maker.device
  const content = costQuestion(maker, 'crane').text
  const from = connection.received.mark()
  connection.send({
    type: 'user_message',
    payload: { content, thread_id: thread, client_message_id: randomUUID(), ...claims },
    ...claims,
  })
  const { payload } = await connection.mustReceive('message_accepted', from, connection.patience)
  return whoIsTold(payload.run_id, pretence)
}

/** Whom the events of a run name, and who is told them, once it has ended and the other one's connection has answered. */
async function whoIsTold(run: string, { maker, other }: Pretence): Promise<Told> {
  await terminalEventOn(maker.device.connection, run as RunId, maker.device.silence)
  const fence = await answersPing(other.device.connection)
  const eventsOf = ({ device }: Person): AgentEvent[] =>
    agentEventsOn(device.connection).flatMap(({ event }) => (event.payload.run_id === run ? [event] : []))
  const named = eventsOf(maker).map(({ payload }) => payload.user_id)
  return { owners: [...new Set([...named, ...eventsOf(other).map(() => userIdOf(other))])], fence }
}
