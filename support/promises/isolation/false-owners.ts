import { randomUUID } from 'node:crypto'
import type { ThreadId } from '#clients/ids'
import { AcceptedAnswer, ProfileAnswer } from '#contract/answers'
import { isAgentEvent, type ReceivedFrame } from '#contract/frames'
import { isTerminal } from '#contract/observed-run'
import { ROUTES } from '#contract/routes'
import type { FalseOwner } from './listings.checks.ts'
import { EventLog } from '#waiting/event-log'
import type { Person } from '#world/person'
import { costQuestion } from '#promises/shared/assignments'
import { profilesAskedFor } from './intrusion.ts'
import { answersPing } from '#promises/shared/ping'

const FIELDS = ['user_id', 'userId', 'owner', 'owner_id', 'tenant_id', 'sub']

/** Somebody says in every way that what she does is another's doing. */
export async function actInAnothersName(maker: Person, other: Person): Promise<FalseOwner[]> {
  const claims = Object.fromEntries(FIELDS.map((name) => [name, other.device.context.userId]))
  const thread = await maker.device.createThread(`Not hers, says ${maker.marker}`, claims)
  return [
    await ownerOf('a conversation', maker, other, thread),
    ...(await profilesOf(maker, other)),
    await listAs(maker, other),
    await askByCall(maker, thread, claims),
    await askOnLine(maker, other, thread, claims),
  ]
}

/** Whose a conversation is: who sees it, and who does not. */
async function ownerOf(what: string, maker: Person, other: Person, thread: ThreadId): Promise<FalseOwner> {
  const [mine, theirs, list] = await Promise.all([
    maker.device.backend.thread(thread),
    other.device.backend.thread(thread),
    other.device.backend.mustThreads(),
  ])
  const isSeen = theirs.status === 200 || list.threads.some(({ id }) => id === thread)
  const became = `${mine.status === 200 ? 'its maker sees it' : 'its maker does not see it'}, ${
    isSeen ? 'the other one does, too' : 'the other one does not'
  }`
  return { what, became, isMakers: mine.status === 200 && !isSeen }
}

async function profilesOf(maker: Person, other: Person): Promise<FalseOwner[]> {
  const answers = await profilesAskedFor({ asker: maker, owner: other })
  return answers.map((answer) => {
    const { data } = ProfileAnswer.safeParse(answer.body)
    const isMakers = data?.user_id === maker.device.context.userId
    return { what: 'a profile', became: isMakers ? 'her own' : answer.describe(), isMakers }
  })
}

async function listAs({ device }: Person, other: Person): Promise<FalseOwner> {
  const { userId } = other.device.context
  const [plain, asOther] = await Promise.all([
    device.backend.mustThreads(),
    device.backend.mustThreads({ user_id: userId, owner: userId }),
  ])
  const isMakers = JSON.stringify(plain) === JSON.stringify(asOther)
  return { what: 'a list', became: isMakers ? 'the same as ever' : 'another list', isMakers }
}

async function askByCall(maker: Person, thread: ThreadId, claims: object): Promise<FalseOwner> {
  const { http, device } = maker
  const json = { content: costQuestion(maker, 'egret').text, ...claims }
  const answer = await http.call(ROUTES.sendMessage, { token: device.session.accessToken, id: thread, json })
  const { run_id: run } = answer.must(202, AcceptedAnswer)
  return { what: 'a question by call', ...(await toldTo(maker, run)) }
}

async function askOnLine(
  maker: Person,
  other: Person,
  thread: ThreadId,
  claims: object,
): Promise<FalseOwner> {
  const { connection } = maker.device
  const id = randomUUID()
  const content = costQuestion(maker, 'crane').text
  const from = connection.received.mark()
  connection.send({
    type: 'user_message',
    payload: { content, thread_id: thread, client_message_id: id, ...claims },
    ...claims,
  })
  const { payload } = await connection.mustReceive('message_accepted', from, maker.device.silence)
  const told = await toldTo(maker, payload.run_id)
  await answersPing(other.device.connection)
  return { what: 'a question on the line', ...told }
}

/** Who is told of a run. */
async function toldTo({ device }: Person, run: string): Promise<{ became: string; isMakers: boolean }> {
  const { connection, silence, context } = device
  const isIt = (heard: ReceivedFrame): boolean =>
    isAgentEvent(heard) && heard.payload.run_id === run && isTerminal(heard)
  const wait = { what: "the end of the maker's work", from: EventLog.START, limit: silence }
  await connection.received.waitFor(wait, isIt)
  const events = connection.received
    .since(wait.from)
    .flatMap(({ value }) => (isAgentEvent(value) ? [value] : []))
  const owners = new Set(
    events.filter(({ payload }) => payload.run_id === run).map(({ payload }) => payload.user_id),
  )
  const isMakers = owners.size === 1 && owners.has(context.userId)
  return { became: isMakers ? 'told to its maker' : `told as ${[...owners].join(', ')}`, isMakers }
}
