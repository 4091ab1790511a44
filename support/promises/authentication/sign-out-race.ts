import { readSession } from '#clients/session'
import { RenewalAnswer } from '#contract/answers'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import type { Person } from '#world/person'
import { refreshTokenOf } from './renewal.ts'

/** Signs out of sessions while they are renewed, and uses what that gave. @throws {UnexpectedAnswer} */
export async function renewBesideSignOut(person: Person): Promise<Attempt[]> {
  const { auth, registration } = person
  const tries = Array.from({ length: RACES }, async () => {
    const session = await auth.mustLogin(registration)
    const [renewal, end] = await Promise.all([
      auth.refresh(refreshTokenOf({ session })),
      auth.logout(session.accessToken),
    ])
    if (renewal.status !== 200 || end.status !== 200) return []
    const renewed = readSession(renewal.must(200, RenewalAnswer))
    return [
      attemptOf('the pass that a renewal beside it gave', await auth.me(renewed.accessToken)),
      attemptOf('renewing by what that gave', await auth.refresh(refreshTokenOf({ session: renewed }))),
    ]
  })
  return (await Promise.all(tries)).flat()
}

/** Which of the two comes first is anybody's guess: it is tried so often. */
const RACES = 3
