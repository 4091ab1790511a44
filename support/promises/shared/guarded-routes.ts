import { randomUUID } from 'node:crypto'
import type { CallDetails } from '#clients/client-context'
import { ACCESS, isOffered, type Access, type Resource } from '#contract/access'
import { saysWhy } from '#contract/refusal-words'
import { ROUTES, type RouteName } from '#contract/routes'
import { allOf } from '#waiting/all-of'
import { NotSeen, see } from '#expect/seen'
import type { Person } from '#world/person'
import type { AccessAttempt } from './access-points.checks.ts'
import type { Credential } from './access-points.ts'

/** Ids for the routes that want one. */
export type Ids = Readonly<Record<Resource, string>>

/** Every route that asks who is there: what is added to the contract's table is tried, too. */
const GUARDED = Object.entries<Access>(ACCESS).flatMap(([name, { by }]) =>
  by === 'token' || by === 'id' ? [name as RouteName] : [],
)

/** What some routes want to be sent. */
const BODIES: Partial<Record<RouteName, object>> = {
  createThread: { title: 'Begun by nobody' },
  renameThread: { title: 'Taken over' },
  sendMessage: { content: 'What does it cost a month?' },
}

/** What they are called in words, where they have a name there. */
const IN_WORDS: Partial<Record<RouteName, string>> = { me: 'the auth service', profile: 'the profile' }

/** Ids that nothing has: whoever is turned away does not learn it. */
export function unknownIds(): Ids {
  return { conversation: `thread_${randomUUID()}`, run: `run_${randomUUID()}` }
}

/**
 * Tries a credential at every route that asks who is there. What ends something comes last, so that what is tried
 * before it is still there; the session and the account come last of all. Where it was to open nothing and has opened
 * something, they are not tried: what is promised after that would be broken by the attempt.
 *
 * @param but routes that are left out; `byRight`: all of them are to open
 */
export async function tryGuardedRoutes(
  person: Person,
  credential: Credential,
  ids: Ids,
  { but = [], byRight = false }: { readonly but?: readonly RouteName[]; readonly byRight?: boolean } = {},
): Promise<AccessAttempt[]> {
  const routes = guardedRoutes(person).filter((name) => !but.includes(name))
  const attempts: AccessAttempt[] = []
  for (const wave of ['goes on', 'ends a thing', 'ends a session'] as const) {
    if (wave === 'ends a session' && !byRight && attempts.some(({ outcome }) => outcome === 'open')) break
    const now = routes.filter((name) => waveOf(name) === wave)
    attempts.push(...(await allOf(now.map((name) => tryRoute(person, name, credential, ids)))))
  }
  return attempts
}

/** Tries a credential at one route. @param ids none for a route without one */
export async function tryRoute(
  { http }: Person,
  name: RouteName,
  { token, query, headers }: Credential,
  ids?: Ids,
): Promise<AccessAttempt> {
  const route = ROUTES[name]
  const details: CallDetails = { token, ...(query ? { query } : {}), ...(headers ? { headers } : {}) }
  const accessPoint = IN_WORDS[name] ?? route.name
  const answer = await see(() => http.call(route, { ...details, ...detailsOf(name, ids) }))
  if (answer instanceof NotSeen) return outOfOrder(accessPoint, answer)
  const { status, text } = answer
  const isOpen = status >= 200 && status < 300
  return {
    accessPoint,
    outcome: isOpen ? 'open' : status === 401 ? 'refused' : 'neither',
    how: answer.describe(),
    texts: [text],
    explained: saysWhy(text),
  }
}

/** Where a credential brings a service into trouble, it has neither opened nor been refused. */
export function outOfOrder(accessPoint: string, { reason: how }: NotSeen): AccessAttempt {
  return { accessPoint, outcome: 'neither', how, texts: [], explained: true }
}

function detailsOf(name: RouteName, ids: Ids | undefined): CallDetails {
  const access: Access = ACCESS[name]
  const id = access.by === 'id' && ids ? { id: ids[access.of] } : {}
  return BODIES[name] ? { ...id, json: BODIES[name] } : id
}

function guardedRoutes({ offers }: Person): RouteName[] {
  return GUARDED.filter((name) => isOffered(name, offers))
}

function waveOf(name: RouteName): 'goes on' | 'ends a thing' | 'ends a session' {
  const access: Access = ACCESS[name]
  if (name === 'logout') return 'ends a session'
  if (ROUTES[name].method !== 'DELETE') return 'goes on'
  return access.by === 'id' ? 'ends a thing' : 'ends a session'
}
