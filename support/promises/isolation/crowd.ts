import type { HerselfRead, Newcomer } from './crowd.checks.ts'
import type { Person } from '#world/person'

/** Somebody who tries, and somebody whose things are tried. */
export interface Pair {
  readonly asker: Person
  readonly owner: Person
}

/** Among more people than this, not everybody tries everybody: work grows with their number, not its square. */
const MOST_OTHERS = 7

/** Every ordered pair; among very many people, each of them with the next ones only. */
export function pairsOf(people: readonly Person[]): Pair[] {
  const others = Math.min(people.length - 1, MOST_OTHERS)
  return people.flatMap((asker, index) =>
    Array.from({ length: others }, (_, step) => {
      const owner = people[(index + step + 1) % people.length] ?? asker
      return { asker, owner }
    }),
  )
}

/** Each with the next one: enough, where nothing depends on which of the others it is. */
export function neighboursIn(people: readonly Person[]): Pair[] {
  return people.map((asker, index) => ({ asker, owner: people[(index + 1) % people.length] ?? asker }))
}

/** All of them come in at the same moment; then each begins a conversation. */
export async function signInTogether(people: readonly Person[]): Promise<void> {
  await Promise.all(people.map((person) => person.signIn()))
  await Promise.all(people.map(({ device, marker }) => device.createThread(`Matters of ${marker}`)))
}

/** Who each of them is by what she was given. */
export function newcomers(people: readonly Person[]): Newcomer[] {
  return people.map(({ name, registration, device: { session } }) => {
    const { sub, email, jti } = session.claims
    const given = {
      subject: sub,
      session: jti,
      access: session.accessToken,
      renewal: session.refreshToken ?? '',
    }
    return { name, given, isHerself: email === registration.email }
  })
}

/** Everybody reads three things at the same moment: account, profile, conversations. */
export async function readHerselves(people: readonly Person[]): Promise<HerselfRead[]> {
  return (await Promise.all(people.map(readHerself))).flat()
}

function readHerself(person: Person): Promise<HerselfRead[]> {
  const { auth, name, device, registration } = person
  const { userId } = device.context
  const own = (what: string, told: readonly string[], wanted: readonly unknown[]): HerselfRead => ({
    ...{ name, what, told: told.join(', ') },
    isOwn: told.length === wanted.length && told.every((word, index) => word === wanted[index]),
  })
  return Promise.all([
    auth
      .mustMe(device.session.accessToken)
      .then((me) => own('account', [me.user_id, me.email], [userId, registration.email])),
    device.backend
      .mustProfile()
      .then((profile) => own('profile', [profile.user_id, profile.email], [userId, registration.email])),
    device.backend.mustThreads().then(({ threads }) =>
      own(
        'conversations',
        threads.map(({ id }) => id),
        [device.threadId],
      ),
    ),
  ])
}
