import { ROUTES, type Route, type RouteName } from '#contract/routes'
import { resemblingOrigins } from '#promises/shared/foreign-origins'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { FrontendPage, PageCall } from './foreign-pages.checks.ts'

/** What foreign pages and the platform's own have asked for, and the platform's own pages. */
export interface ForeignPages {
  readonly foreign: readonly PageCall[]
  readonly own: readonly PageCall[]
  readonly pages: readonly FrontendPage[]
}

/** Every route of both services. */
const ALL = Object.entries<Route>(ROUTES).flatMap(([name, { service }]) =>
  service === 'frontend' ? [] : [name as RouteName],
)

const ELSEWHERE = 'https://elsewhere.example'

/** Where pages whose address only resembles the platform's try. */
const MAIN: readonly RouteName[] = ['me', 'login', 'profile', 'createThread']

/** The last one is not there: what is said of that is a page, too. */
const PAGES = ['/', '/index.html', '/auth/callback', '/auth/error?error=access_denied', '/nothing-is-here']

/** Calls the platform as pages of other origins would, with a good token; and looks at its own pages. @throws {NoAnswer} */
export async function callFromPages(owner: Person, { target }: Scenario): Promise<ForeignPages> {
  const home = new URL(target.addresses.frontend).origin
  const call = (page: string, routes: readonly RouteName[]): Promise<PageCall>[] =>
    routes.flatMap((name) => [ask(owner, page, name, target), preflight(owner, page, name, target)])
  const [foreign, own, pages] = await Promise.all([
    Promise.all([
      ...call(ELSEWHERE, ALL),
      ...askInFull(owner, ELSEWHERE, target),
      ...resemblingOrigins(home).flatMap((page) => call(page, MAIN)),
    ]),
    Promise.all(call(home, MAIN)),
    Promise.all(PAGES.map((path) => visit(owner, target.addresses.frontend, path))),
  ])
  return { foreign, own, pages }
}

/** A call whose answer the page would read; what changes something is asked for without a token. */
async function ask(
  person: Person,
  page: string,
  name: RouteName,
  target: Scenario['target'],
): Promise<PageCall> {
  const { method } = ROUTES[name]
  const { accessToken } = person.device.session
  const token: Record<string, string> = method === 'GET' ? { authorization: `Bearer ${accessToken}` } : {}
  return send(person, { page, name, method, target }, token)
}

/** Calls that are answered with what is somebody's, by what stands in them. */
function askInFull(person: Person, page: string, target: Scenario['target']): Promise<PageCall>[] {
  const { registration, device } = person
  const { email, password } = registration
  const bodies = { login: { email, password }, validate: { token: device.session.accessToken } }
  return Object.entries(bodies).map(([name, body]) =>
    send(
      person,
      { page, name: name as RouteName, method: 'POST', target, body: JSON.stringify(body) },
      JSON_BODY,
    ),
  )
}

const JSON_BODY = { 'content-type': 'application/json' }

/** What a browser asks before such a call. */
function preflight(
  person: Person,
  page: string,
  name: RouteName,
  target: Scenario['target'],
): Promise<PageCall> {
  const wanted = {
    'access-control-request-method': ROUTES[name].method,
    'access-control-request-headers': 'authorization,content-type',
  }
  return send(person, { page, name, method: 'OPTIONS', target }, wanted)
}

interface Sent {
  readonly page: string
  readonly name: RouteName
  readonly method: string
  readonly target: Scenario['target']
  readonly body?: string
}

async function send(
  { http }: Person,
  { page, name, method, target, body }: Sent,
  more: Readonly<Record<string, string>>,
): Promise<PageCall> {
  const { service, path }: Route = ROUTES[name]
  const url = target.addresses[service] + path.replace('{id}', 'nothing-has-this')
  const request = { method, url, headers: { origin: page, ...more }, body }
  // What the platform's own page is answered has to be just what a program is; and a whole call is one of the contract's.
  const isOwn = page === new URL(target.addresses.frontend).origin && method !== 'OPTIONS'
  const route = isOwn || body !== undefined ? ROUTES[name].name : undefined
  const { status, headers } = await http.send(service, request, route)
  return {
    call: method === 'OPTIONS' ? `before ${ROUTES[name].name}` : ROUTES[name].name,
    page,
    status,
    allows: headers['access-control-allow-origin'],
    withCredentials: headers['access-control-allow-credentials'] === 'true',
  }
}

async function visit({ http }: Person, frontend: string, path: string): Promise<FrontendPage> {
  const { headers, status, text } = await http.send('frontend', {
    method: 'GET',
    url: new URL(path, frontend).href,
    headers: { accept: 'text/html' },
  })
  const [, referrer] = REFERRER.exec(text) ?? []
  return { path, home: new URL(frontend).origin, status, headers, referrer }
}

const REFERRER = /<meta\s+name="?referrer"?\s+content="?([\w-]+)/i
