import { isOffered, LIVE_ACCESS } from '#contract/access'
import { ROUTES, type Route, type RouteName } from '#contract/routes'
import { RoutesAnswer } from '#contract/service-answers'
import type { HttpClient } from '#clients/http'
import { seconds } from '#waiting/duration'
import type { SentRequest } from '#wire/exchange'
import { NoAnswer } from '#wire/unexpected'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { likeButUnknown } from './owned-resources.ts'
import { NO_ANSWER, unknownRoutes, type RouteLists, type UnknownRoute } from './route-lists.checks.ts'
import { IsolationState } from './state.ts'

/** More of them would be another platform. */
const MOST = 20
/** A stream, say, never ends: it is not waited for, and not again and again. */
const [ONE_ANSWER, MOST_SILENT] = [seconds(5), 3]

/**
 * What the backend publishes of its routes and its live connection, what is known here, and what else there is.
 *
 * @param owner whose ids are tried where nobody knows what an address gives
 * @throws {UnexpectedAnswer}
 */
export async function routeLists(asker: Person, owner: Person, scenario: Scenario): Promise<RouteLists> {
  const { http, offers } = asker
  const answer = await http.call(ROUTES.publishedRoutes)
  const ofBackend = Object.values<Route>(ROUTES).filter(
    (route) => route.service === 'backend' && route !== ROUTES.publishedRoutes,
  )
  const published = answer.must(200, RoutesAnswer)
  const routes = ofBackend.map(({ name }) => name)
  return {
    ...{ published, routes },
    unknown: await callUnknownRoutes(unknownRoutes(published, routes), asker, owner, scenario),
    messages: Object.keys(LIVE_ACCESS),
    optional: [
      ...Object.entries<Route>(ROUTES).flatMap(([name, route]) =>
        isOffered(name as RouteName, offers) ? [] : [route.name],
      ),
      ...Object.keys(LIVE_ACCESS).filter((type) => !isOffered(type as keyof typeof LIVE_ACCESS, offers)),
    ],
  }
}

/**
 * Calls what is published and nobody knows here, with somebody else's ids, with a pass and without: whoever watches
 * for what is another's reads the answers. Only what reads is called: nobody knows what the rest would do.
 *
 * @param names `GET /api/export/{id}`
 */
async function callUnknownRoutes(
  names: readonly string[],
  asker: Person,
  owner: Person,
  scenario: Scenario,
): Promise<UnknownRoute[]> {
  const { conversation, run } = owner.state.of(IsolationState).owned.get().ids
  const ids: Ids = { conversation, run, user: owner.device.session.claims.sub }
  const tried: UnknownRoute[] = []
  for (const name of names) {
    const silent = tried.filter(({ statuses }) => statuses?.hers === NO_ANSWER).length
    const isCalled = name.startsWith('GET ') && tried.length < MOST && silent < MOST_SILENT
    tried.push(isCalled ? { name, statuses: await callInAllWays(name, asker, ids, scenario) } : { name })
  }
  return tried
}

interface Ids {
  readonly conversation: string
  readonly run: string
  readonly user: string
}

async function callInAllWays(
  name: string,
  { http, device }: Person,
  ids: Ids,
  { target, faults }: Scenario,
): Promise<NonNullable<UnknownRoute['statuses']>> {
  const call = (path: string, headers: Readonly<Record<string, string>>): Promise<number> => {
    const url = target.addresses.backend + path
    return statusOf(http, { method: 'GET', url, headers, body: undefined }, name, faults)
  }
  const [foreign, nowhere] = [fill(name, ids, (id) => id), fill(name, ids, likeButUnknown)]
  const withPass = { authorization: `Bearer ${device.session.accessToken}` }
  const [hers, anybodys] = [await call(foreign, withPass), await call(foreign, {})]
  if (foreign === nowhere) return { hers, anybodys }
  return { hers, anybodys, ofNothing: await call(nowhere, withPass) }
}

/** What the contract does not know has promised nobody an answer, either. */
async function statusOf(
  http: HttpClient,
  request: SentRequest,
  name: string,
  faults: Scenario['faults'],
): Promise<number> {
  const { patience } = http
  http.patience = ONE_ANSWER
  try {
    const { status, exchange } = await http.send('backend', request, name)
    if (status >= 500) faults.expectExchange(exchange)
    return status
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    faults.expectExchange(error.exchange)
    return NO_ANSWER
  } finally {
    http.patience = patience
  }
}

/** Nobody knows what an id in it is of: what stands before it says so, or it is a conversation. */
function fill(name: string, ids: Ids, change: (id: string) => string): string {
  const [, path = ''] = name.split(' ')
  return path.replace(/([^/]*)\/\{id\}/g, (_, before: string) => {
    const [, id] = Object.entries<string>({ ...ids }).find(([what]) => before.startsWith(what)) ?? []
    return `${before}/${encodeURIComponent(change(id ?? ids.conversation))}`
  })
}
