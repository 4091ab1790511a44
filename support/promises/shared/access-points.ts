import { ValidationAnswer } from '#contract/answers'
import { read } from '#contract/reading'
import { saysWhy } from '#contract/refusal-words'
import { CONNECTION_ACCESS_POINTS, type AccessAttempt } from './access-points.checks.ts'
import { NotSeen, see } from '#expect/seen'
import { outOfOrder, tryGuardedRoutes, tryRoute, unknownIds, type Ids } from './guarded-routes.ts'
import { allOf } from '#waiting/all-of'
import type { Person } from '#world/person'

/** Something that might open doors: a token, or what is no token, wherever in a request it stands. */
export interface Credential {
  readonly token?: string | undefined
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Tries a key at the main door of each service and of the live channel. */
export function tryMainAccessPoints(person: Person, credential: Credential): Promise<AccessAttempt[]> {
  return allOf([
    tryRoute(person, 'me', credential),
    tryRoute(person, 'profile', credential),
    tryLiveConnection(person, 'header', credential),
  ])
}

/**
 * Tries what must open nothing at every door there is: where it does open, it may end the session or the account.
 *
 * @param ids of what its owner has; what nothing has, where it does not matter
 */
export async function tryEveryAccessPoint(
  person: Person,
  credential: Credential,
  ids: Ids = unknownIds(),
): Promise<AccessAttempt[]> {
  const { token } = credential
  const attempts = await allOf([
    tryGuardedRoutes(person, credential, ids),
    tryLiveConnections(person, credential, token),
    ...(token === undefined ? [] : [validationDoor(person, token)]),
  ])
  return attempts.flat()
}

/** Tries a token at every door there is, and in every way. */
export async function tryAccessPoints(
  person: Person,
  { token }: { readonly token: string },
): Promise<AccessAttempt[]> {
  const attempts = await allOf([
    tryRoute(person, 'me', { token }),
    tryRoute(person, 'profile', { token }),
    validationDoor(person, token),
    tryLiveConnections(person, { token }, token),
  ])
  return attempts.flat()
}

/** In either way, one after the other: who opens many at once may have more lines than anybody may. */
async function tryLiveConnections(
  person: Person,
  credential: Credential,
  token: string | undefined,
): Promise<AccessAttempt[]> {
  const attempts = [await tryLiveConnection(person, 'header', credential)]
  if (token !== undefined) attempts.push(await tryLiveConnection(person, 'subprotocol', { token }))
  return attempts
}

/** To be refused at the door says of a token what it has to say. */
const UNAUTHORIZED = 401

async function validationDoor({ auth }: Person, token: string): Promise<AccessAttempt> {
  const answer = await see(() => auth.validate(token))
  if (answer instanceof NotSeen) return outOfOrder('validation', answer)
  const { data } = read(ValidationAnswer, answer.body)
  const [isOpen, isShut] = [data?.valid === true, data?.valid === false || answer.status === UNAUTHORIZED]
  return {
    accessPoint: 'validation',
    outcome: isOpen ? 'open' : isShut ? 'refused' : 'neither',
    how: answer.describe(),
    texts: [answer.text],
    explained: data !== undefined || saysWhy(answer.text),
  }
}

/** Tries to open a line. @param origin of the page that a browser would name */
export async function tryLiveConnection(
  person: Person,
  by: keyof typeof CONNECTION_ACCESS_POINTS,
  { token, query, headers }: Credential,
  origin?: string,
): Promise<AccessAttempt> {
  const details = { token, by, ...(query ? { query } : {}), ...(headers ? { headers } : {}) }
  const attempt = await see(() => person.tryConnect({ ...details, ...(origin ? { origin } : {}) }))
  if (attempt instanceof NotSeen) return outOfOrder(CONNECTION_ACCESS_POINTS[by], attempt)
  if (attempt.outcome === 'open') await attempt.connection.close()
  const how = attempt.outcome === 'open' ? `welcomed as ${attempt.welcome.payload.user_id}` : attempt.how
  const outcome = attempt.outcome === 'failed' ? 'neither' : attempt.outcome
  return { accessPoint: CONNECTION_ACCESS_POINTS[by], outcome, how, texts: [], explained: true }
}
