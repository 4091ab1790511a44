import { contextOf } from '#clients/authentication'
import type { ThreadId } from '#clients/ids'
import { readSession } from '#clients/session'
import { SessionAnswer, type MeAnswer } from '#contract/answers'
import type { ComingBack } from '#promises/authentication/registration.checks'
import { topic } from '#world/memory'
import type { Person } from '#world/person'

/** What somebody's account and work look like to themselves. */
export interface AccountState {
  readonly me: MeAnswer
  /** Conversations, with what is said in them. */
  readonly threads: unknown
}

const BEFORE = topic<AccountState>('been looked at')

/** Remembers what somebody's account and work look like now. */
export async function rememberAccount(person: Person): Promise<void> {
  person.memory.note(BEFORE, await accountState(person))
}

/** Signs in anew with one's own password, and looks at one's account and work. */
export async function comeBack(person: Person): Promise<ComingBack> {
  const before = person.memory.recall(BEFORE)
  const answer = await person.auth.login(person.details)
  const logIn = { what: 'her own password', status: answer.status, text: answer.text }
  if (answer.status !== 200) return { logIn, before, after: undefined }
  person.enter(person.device, contextOf(readSession(answer.must(200, SessionAnswer)), 'password'))
  return { logIn, before, after: await accountState(person) }
}

export async function accountState({ auth, device }: Person): Promise<AccountState> {
  const [me, { threads, total }] = await Promise.all([
    auth.mustMe(device.session.accessToken),
    device.backend.mustThreads(),
  ])
  const messages = await Promise.all(threads.map(({ id }) => device.backend.mustMessages(id as ThreadId)))
  return { me, threads: { threads, total, messages } }
}
