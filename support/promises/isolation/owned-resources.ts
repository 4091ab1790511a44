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
  /** Some words of the answer in the newest, in capitals; empty where it has none in a row. */
  readonly answered: string
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
  const question = costQuestion(person)
  const questionRun = await QuestionRun.askInNewThread(device, question.text)
  const { runId } = await questionRun.accepted()
  await questionRun.ended()
  const { threadId } = questionRun
  const [messages, digest] = await Promise.all([
    device.backend.mustMessages(threadId),
    digestOf(person, runId),
  ])
  const answer = messages.find(({ role }) => role === 'assistant')?.content ?? ''
  state.of(IsolationState).owned.set({
    ids: { conversation: threadId, run: runId },
    threads: [threadId, second, first],
    answered: wordsOnlyIn(answer, question.text).toUpperCase(),
    digest,
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

/** Three words that stand side by side in one text and not in another; empty where there are none. */
export function wordsOnlyIn(text: string, other: string): string {
  const found = [...text.matchAll(/\b[a-z]{2,}( [a-z]{2,}){2}\b/gi)].map(([words]) => words)
  return found.find((words) => !other.toLowerCase().includes(words.toLowerCase())) ?? ''
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
