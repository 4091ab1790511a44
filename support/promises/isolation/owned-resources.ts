import { createHash, randomInt, randomUUID } from 'node:crypto'
import { canonicalJson } from '#contract/json'
import type { RunId, ThreadId } from '#clients/ids'
import type { Resource } from '#contract/access'
import type { Person } from '#world/person'
import { accountState } from '#promises/shared/account'
import { startWatching } from '#promises/shared/asking'
import { costQuestion } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'
import type { OwnedNow } from './owned-resources.checks.ts'
import { IsolationState } from './state.ts'

/** What somebody has: ids that others may come to know, and how it all looked in the beginning. */
export interface OwnedResources {
  readonly ids: Readonly<Record<Resource, string>> & { readonly run: RunId }
  /** Every thread, newest first. */
  readonly threads: readonly ThreadId[]
  readonly digest: string
}

/** What a careless search takes for something else than what it is. */
export const QUAINT = `7%_*'"\\ end`

/** Comes in and has three threads: one with a quaint title, and in the newest a question that was answered. @throws {NotObserved | Unexpected} */
export async function settleIn(person: Person): Promise<void> {
  await startWatching(person)
  const { device, state } = person
  const first = device.threadId
  const second = await device.createThread(`${person.marker} ${QUAINT}`)
  const questionRun = await QuestionRun.askInNewThread(device, costQuestion(person).text)
  const { runId } = await questionRun.accepted()
  await questionRun.ended()
  state.of(IsolationState).owned.set({
    ids: { conversation: questionRun.threadId, run: runId },
    threads: [questionRun.threadId, second, first],
    digest: await digestOf(person, runId),
  })
}

/** Whether everything of each of them is just as it was when she settled in. @throws {UnexpectedAnswer} */
export function ownedNow(people: readonly Person[]): Promise<OwnedNow[]> {
  return Promise.all(
    people.map(async (person) => {
      const { ids, digest } = person.state.of(IsolationState).owned.get()
      return { name: person.name, isUntouched: (await digestOf(person, ids.run)) === digest }
    }),
  )
}

async function digestOf(person: Person, runId: RunId): Promise<string> {
  const { backend } = person.device
  const [account, run] = await Promise.all([accountState(person), backend.mustRun(runId)])
  return createHash('sha256')
    .update(canonicalJson([account, run]))
    .digest('hex')
}

const UUID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/i

/** An id that looks like this one, and that nothing has. */
export function likeButUnknown(id: string): string {
  if (UUID.test(id)) return id.replace(UUID, () => randomUUID())
  return id.replace(/[a-z\d]+$/i, (end) => [...end].map(otherSign).join(''))
}

const KINDS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Another one of its kind. */
function otherSign(sign: string): string {
  const kind = KINDS.find((signs) => signs.includes(sign)) ?? sign
  return kind[(kind.indexOf(sign) + randomInt(1, kind.length)) % kind.length] ?? sign
}
