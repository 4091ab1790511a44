import type { RoutesAnswer } from '#contract/service-answers'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** What the platform publishes, and what is known here. */
export interface RouteLists {
  readonly published: RoutesAnswer
  /** `GET /api/threads/{id}` */
  readonly routes: readonly string[]
  /** Types of message. */
  readonly messages: readonly string[]
  /** Of both, what need not be there. */
  readonly optional: readonly string[]
  /** What came of the routes that are published and not known here. */
  readonly unknown: readonly UnknownRoute[]
}

/** A route that is published and not known here. */
export interface UnknownRoute {
  /** `GET /api/export` */
  readonly name: string
  /** What it answered to somebody else's id; missing where it was not called. */
  readonly statuses?: {
    /** To who has a pass. */
    readonly hers: number
    /** To who has none. */
    readonly anybodys: number
    /** To who has a pass, and asks for what does not exist; missing where there is no id in it. */
    readonly ofNothing?: number
  }
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace']

/**
 * Everything that is known here is published, and what else is published was called, where it only reads: those who
 * look for what is another's have read the answers. A platform may offer more than the contract has.
 */
export function noAddressLeftOut(seen: Seen<RouteLists>): Check {
  const expected = 'every route and message that there is, is published'
  return check('no-address-left-out', expected, seen, (lists) => {
    const { published, routes, messages, optional, unknown } = lists
    const theirs = routesIn(published, [...routes, ...optional])
    const said = published['x-live-client-messages']
    const odd = [
      ...missingIn(theirs, routes, optional),
      ...missingIn(said, messages, optional).map((difference) => `message ${difference}`),
    ]
    const open = unknown.filter(opensAnothers).map(describeUnknown)
    const observed =
      [...open, ...odd].join('; ') || `${theirs.length} routes and ${said.length} types of message`
    const deviations = [
      ...unknown.map(describeUnknown),
      ...said
        .filter((name) => !messages.includes(name))
        .map((name) => `message ${name}: ${UNKNOWN}, not sent`),
    ]
    const holds = theirs.length > 0 && said.length > 0 && odd.length === 0 && open.length === 0
    return settle(holds, { observed, deviations, leak: open.length > 0 })
  })
}

const UNKNOWN = 'the contract does not know it'

/** In place of a status. */
export const NO_ANSWER = 0

function describeUnknown({ name, statuses }: UnknownRoute): string {
  if (!statuses) return `${name}: ${UNKNOWN}, not called`
  const { hers, anybodys, ofNothing } = statuses
  if (hers === NO_ANSWER) return `${name}: ${UNKNOWN}, called with a pass, and silent`
  const called = `called with a pass (${hers}) and without (${anybodys})`
  return `${name}: ${UNKNOWN}, ${called}${ofNothing === undefined ? '' : `; of nothing: ${ofNothing}`}`
}

/** What gives another's to who knows its id, and nothing where there is nothing. */
function opensAnothers({ statuses }: UnknownRoute): boolean {
  const { hers = 0, anybodys = 0, ofNothing = 200 } = statuses ?? {}
  return !isGiven(ofNothing) && (isGiven(hers) || isGiven(anybodys))
}

function isGiven(status: number): boolean {
  return status >= 200 && status < 300
}

/** Published routes that are not known here. */
export function unknownRoutes(published: RoutesAnswer, known: readonly string[]): string[] {
  return routesIn(published, known).filter((name) => !known.includes(name))
}

/** As they are called here, whatever their ids are called there, and whatever part of an address stands before all of them. */
function routesIn({ paths, servers }: RoutesAnswer, known: readonly string[]): string[] {
  // What a gateway adds for itself is no address.
  const addresses = Object.entries(paths).filter(([path]) => path.startsWith('/'))
  return addresses.flatMap(([path, methods]) =>
    METHODS.filter((method) => method in methods).map((method) => {
      const [name = '', whole = ''] = ['', pathOf(servers?.[0]?.url)].map(
        (before) => `${method.toUpperCase()} ${before}${path.replace(/\{[^}]+\}/g, '{id}')}`,
      )
      return known.includes(whole) ? whole : name
    }),
  )
}

function pathOf(url = '/'): string {
  return URL.canParse(url, 'http://any.example')
    ? new URL(url, 'http://any.example').pathname.replace(/\/$/, '')
    : ''
}

function missingIn(
  published: readonly string[],
  known: readonly string[],
  optional: readonly string[],
): string[] {
  const there = [...published, ...optional]
  return known.filter((name) => !there.includes(name)).map((name) => `${name} is not published`)
}
