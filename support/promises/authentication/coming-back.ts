import { contextOf } from '#clients/authentication'
import { readSession } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import { accountState, BEFORE } from '#promises/shared/account'
import type { Person } from '#world/person'
import type { ComingBack } from './coming-back.checks.ts'

/** Signs in anew with one's own password, and looks at one's account and work. */
export async function comeBack(person: Person): Promise<ComingBack> {
  const before = person.memory.recall(BEFORE)
  const answer = await person.auth.login(person.registration)
  const logIn = { what: 'her own password', status: answer.status, text: answer.text }
  if (answer.status !== 200) return { logIn, before, after: undefined }
  person.adopt(person.device, contextOf(readSession(answer.must(200, SessionAnswer)), 'password'))
  return { logIn, before, after: await accountState(person) }
}
