import { contextOf } from '#clients/authentication'
import { readSession } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import { accountState } from '#promises/shared/account'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import { SharedState } from '#promises/shared/state'
import type { Person } from '#world/person'
import type { WorkAcrossAbsence } from './coming-back.checks.ts'

/** Signs in anew with one's own password; who is refused goes on as before. @throws {UnexpectedAnswer} */
export async function comeBack(person: Person): Promise<Attempt> {
  const answer = await person.auth.login(person.registration)
  if (answer.status === 200)
    person.adopt(person.device, contextOf(readSession(answer.must(200, SessionAnswer)), 'password'))
  return attemptOf('her own password', answer)
}

/** Somebody's account and work, as remembered and as they are now. @throws {StepTooEarly | UnexpectedAnswer} */
export async function workAcrossAbsence(person: Person): Promise<WorkAcrossAbsence> {
  const before = person.state.of(SharedState).account.get()
  return { before, after: await accountState(person) }
}
