import { createHash, randomInt, randomUUID } from 'node:crypto'
import type { RunId, ThreadId } from '#clients/ids'
import type { Resource } from '#contract/access'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import { accountState } from '#promises/shared/account'
import { startWatching } from '#promises/shared/asking'
import { costQuestion } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'

/** What somebody has: addresses that others may come to know, and how it all looked in the beginning. */
export interface OwnedResources {
  readonly addresses: Readonly<Record<Resource, string>>
  /** Every conversation, newest first. */
  readonly conversations: readonly ThreadId[]
  readonly digest: string
}

export const OWNED = topic<OwnedResources>('settled in')

/** Comes in and has two conversations, in the second of which a question was answered. */
export async function settleIn(person: Person): Promise<void> {
  await startWatching(person)
  const { device, memory } = person
  const first = device.threadId
  const questionRun = await QuestionRun.askInNewThread(device, costQuestion(person).text)
  const { runId } = await questionRun.accepted()
  await questionRun.ended()
  memory.note(OWNED, {
    addresses: { conversation: questionRun.threadId, run: runId },
    conversations: [questionRun.threadId, first],
    digest: await digestOf(person, runId),
  })
}

/** Whether everything of somebody's is just as it was when she settled in. */
export async function isUntouched(person: Person): Promise<boolean> {
  const { addresses, digest } = person.memory.recall(OWNED)
  return (await digestOf(person, addresses.run as RunId)) === digest
}

async function digestOf(person: Person, runId: RunId): Promise<string> {
  const { backend } = person.device
  const [account, run] = await Promise.all([accountState(person), backend.mustRun(runId)])
  return createHash('sha256')
    .update(JSON.stringify([account, run]))
    .digest('hex')
}

const UUID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/i

/** An address that looks like this one, and at which there is nothing. */
export function likeButUnknown(address: string): string {
  if (UUID.test(address)) return address.replace(UUID, () => randomUUID())
  return address.replace(/[a-z\d]+$/i, (end) => [...end].map(otherSign).join(''))
}

const KINDS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Another one of its kind. */
function otherSign(sign: string): string {
  const kind = KINDS.find((signs) => signs.includes(sign)) ?? sign
  return kind[(kind.indexOf(sign) + randomInt(1, kind.length)) % kind.length] ?? sign
}
