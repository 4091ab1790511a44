import type { ThreadId } from '#clients/ids'
import type { Person } from '#world/person'
import type { AccountState } from './account.checks.ts'
import { SharedState } from './state.ts'

/** Remembers what somebody's account and work look like now. @throws {UnexpectedAnswer} */
export async function rememberAccount(person: Person): Promise<void> {
  person.state.of(SharedState).account.set(await accountState(person))
}

/** What somebody's account and work look like to themselves, on their first device. @throws {UnexpectedAnswer} */
export async function accountState({ auth, device: { session, backend } }: Person): Promise<AccountState> {
  const [me, { threads, total }] = await Promise.all([
    auth.mustMe(session.accessToken),
    backend.mustThreads(),
  ])
  const states = threads.map(async (thread) => ({
    thread,
    messages: await backend.mustMessages(thread.id as ThreadId),
  }))
  return { me, total, threads: await Promise.all(states) }
}
