import { readSession } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import { attemptOf } from '#promises/shared/refusals.checks'
import type { Person } from '#world/person'
import type { RushedRegistration } from './rush.checks.ts'

/** As many as a browser sends at once, and fewer than may fail to sign in. */
const AT_ONCE = 6

/** Registers one address several times at the same moment, each time with another password, and tries each of them. */
export async function registerAtOnce(person: Person): Promise<RushedRegistration[]> {
  const email = person.registration.email.replace('@', '.rush@')
  const registrations = Array.from({ length: AT_ONCE }, (_, index) => ({
    email: index % 2 === 0 ? email : email.toUpperCase(),
    password: `${person.registration.password}-${index}`,
    name: person.registration.name,
  }))
  const answers = await Promise.all(registrations.map((each) => person.auth.register(each)))
  const sessions = answers.map((answer) =>
    answer.status === 200 ? readSession(answer.must(200, SessionAnswer)) : undefined,
  )
  for (const session of sessions) if (session) person.deleteAccountLater(session)
  const logIns = await Promise.all(registrations.map((each) => person.auth.login(each)))
  return answers.map((answer, index) => ({
    registered: attemptOf(`try ${index + 1}`, answer),
    logIn: logIns[index]?.status ?? 0,
  }))
}
