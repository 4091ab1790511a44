import { randomUUID } from 'node:crypto'
import type { Answer } from '#clients/answer'
import type { CallDetails } from '#clients/client-context'
import type { HttpClient } from '#clients/http'
import type { Capability } from '#contract/capabilities'
import { ROUTES, type RouteName } from '#contract/routes'
import { attempted } from './attempted.ts'

/** How each route of the contract is asked whether it is there, so that nothing comes of it. */
type Knock = (token: string) => CallDetails | undefined

const NOTHING: Knock = () => ({ json: {} })
const AS_MEMBER: Knock = (token) => ({ token })
const NOWHERE: Knock = (token) => ({ token, id: randomUUID() })
const INTO_NOWHERE: Knock = (token) => ({ token, id: randomUUID(), json: { title: 'x', content: 'x' } })
/** Looked at elsewhere. */
const NOT_HERE: Knock = () => undefined

const KNOCKS: Readonly<Record<RouteName, Knock>> = {
  authHealth: NOT_HERE,
  register: NOTHING,
  login: NOTHING,
  startProviderSignIn: () => ({ query: { provider: 'google' } }),
  providerCallback: () => ({}),
  refresh: NOTHING,
  // Without a pass: with one, it would end the session that everything else is asked with.
  logout: () => ({}),
  validate: NOTHING,
  me: AS_MEMBER,
  // When the visitor leaves.
  deleteMe: NOT_HERE,
  testAuth: NOTHING,
  backendHealth: NOT_HERE,
  publishedRoutes: () => ({}),
  profile: AS_MEMBER,
  createThread: (token) => ({ token, json: { title: 0 } }),
  listThreads: AS_MEMBER,
  thread: NOWHERE,
  renameThread: INTO_NOWHERE,
  deleteThread: NOWHERE,
  messages: NOWHERE,
  sendMessage: INTO_NOWHERE,
  run: NOWHERE,
  cancelRun: NOWHERE,
  runEvents: NOWHERE,
  frontendHealth: NOT_HERE,
}

/** What is offered by a route of its own; everything else shows only when it is tried. */
export const DOORS: Readonly<Partial<Record<Capability, RouteName>>> = {
  'account-deletion': 'deleteMe',
  cancel: 'cancelRun',
  'oauth-google': 'startProviderSignIn',
  'oauth-simulation': 'testAuth',
  'published-routes': 'publishedRoutes',
  'run-events-history': 'runEvents',
}

/** What each route has answered; undefined where it has not. */
export type Answers = ReadonlyMap<RouteName, Answer | undefined>

/** Asks every route once, all at the same moment. @param token a good one */
export async function knockEverywhere(http: HttpClient, token: string): Promise<Answers> {
  const names = Object.keys(KNOCKS) as RouteName[]
  const asked = names.flatMap((name) => {
    const details = KNOCKS[name](token)
    return details
      ? [attempted(http.call(ROUTES[name], details)).then((answer) => [name, answer] as const)]
      : []
  })
  return new Map(await Promise.all(asked))
}

/** What the backend says of a route that nobody has. @param backend its address */
export function knockNowhere(http: HttpClient, backend: string, token: string): Promise<Answer | undefined> {
  const url = `${backend}/api/nothing-of-the-kind-${randomUUID()}`
  return attempted(
    http.send('backend', {
      method: 'GET',
      url,
      headers: { authorization: `Bearer ${token}` },
      body: undefined,
    }),
  )
}

/**
 * The routes that are not there: 404, 405 or 501 for somebody with a good pass. Where an id is asked for, 404 may be
 * the answer of the route itself: it is missing only where it answers as no route does, and others do not.
 */
export function absentIn(answers: Answers, nowhere: Answer | undefined): RouteName[] {
  const byId = [...answers].flatMap(([name, answer]) => (answer && hasId(name) ? [answer] : []))
  const tellsApart = byId.some((answer) => !isAlike(answer, nowhere))
  return [...answers].flatMap(([name, answer]) => {
    if (!answer) return []
    if (answer.status === 405 || answer.status === 501) return [name]
    if (answer.status !== 404) return []
    return !hasId(name) || (tellsApart && isAlike(answer, nowhere)) ? [name] : []
  })
}

function hasId(name: RouteName): boolean {
  return ROUTES[name].path.includes('{id}')
}

function isAlike(one: Answer, other: Answer | undefined): boolean {
  return other !== undefined && one.status === other.status && wordsOf(one) === wordsOf(other)
}

/** Without what is of this call alone: its path, ids, times and counts. */
function wordsOf({ text }: Answer): string {
  return text.replace(/\/[\w/-]+|\b(GET|POST|PUT|DELETE)\b|\b[\w-]*\d[\w:.+-]*/g, '')
}
