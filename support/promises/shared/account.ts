import type { ThreadId } from '#clients/ids'
import type { MeAnswer } from '#contract/answers'
import type { Person } from '#world/person'
import { SharedState } from './state.ts'

/** What somebody's account and work look like to themselves. */
export interface AccountState {
  readonly me: MeAnswer
  /** Conversations, with what is said in them. */
  readonly threads: unknown
}

/** Remembers what somebody's account and work look like now. */
export async function rememberAccount(person: Person): Promise<void> {
  person.state.of(SharedState).account.set(await accountState(person))
}

export async function accountState({ auth, device }: Person): Promise<AccountState> {
  const [me, { threads, total }] = await Promise.all([
    auth.mustMe(device.session.accessToken),
    device.backend.mustThreads(),
  ])
  const messages = await Promise.all(threads.map(({ id }) => device.backend.mustMessages(id as ThreadId)))
  return { me, threads: { threads, total, messages } }
}
