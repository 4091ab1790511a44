import { parseJson } from '#contract/json'
import { routeNamed, ROUTES, type Route } from '#contract/routes'
import type { Service } from '#contract/services'
import { milliseconds, seconds, type Duration } from '#waiting/duration'
import { LONGEST_PAUSE } from '#waiting/eventually'
import { waitIn } from './retry-after.ts'
import type { Exchange, ReceivedResponse, SentRequest } from '#wire/exchange'

/** Why a call has no answer. */
export type Failure = NonNullable<Exchange['failure']>

/** One try of a call. */
export interface CallTry {
  readonly service: Service
  readonly request: SentRequest
  readonly route: string | undefined
  readonly what: string
  /** How often it was tried before. */
  readonly tries: number
  /** How much is left of its patience. */
  readonly left: Duration
  /** All of it. */
  readonly patience: Duration
}

/** What trouble the target is in, and whether the call is made again for it. */
export function troubleOf(
  { service, request, route: name, tries, left, patience }: CallTry,
  received: ReceivedResponse | Failure,
): { text: string; isRepeated: boolean; isTooMany: boolean; pause: Duration } | undefined {
  const route = name === undefined ? undefined : routeNamed(name, service)
  // What the contract does not know may be out of order for good.
  const isUnknown = name !== undefined && route === undefined
  if (isUnknown && 'status' in received && received.status !== TOO_MANY) return undefined
  const trouble = troubleIn({ method: request.method, service, route, ...received })
  if (!trouble) return undefined
  const pause = pauseBefore(trouble, tries)
  const { text, isRepeatable, isTooMany = false, after } = trouble
  // Whoever lets in one after the other, and says when to come again, is waited for longer.
  const more = isTooMany && after ? MORE_PATIENCE * patience.ms : 0
  return { text, isTooMany, isRepeated: isRepeatable && pause.ms < left.ms + more, pause }
}

/** What a call has come to that may be no answer of the platform's own. */
export interface CallOutcome {
  readonly method: string
  readonly service: Service
  /** Of the contract, if it is one. */
  readonly route: Route | undefined
  readonly status?: number | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Why there is no answer. */
  readonly code?: string
}

/** The target is in trouble: that says nothing about what it promises. */
export interface Trouble {
  readonly text: string
  /** Whether the call can be made again without doing anything twice. */
  readonly isRepeatable: boolean
  /** Whether it was said, so that it is trouble however often it comes; a connection may also be dropped on purpose. */
  readonly lasts: boolean
  /** Whoever stands in front of the target has had enough of us: whatever is asked next makes it worse. */
  readonly isTooMany?: boolean
  /** When to ask again, as the target says. */
  readonly after: Duration | undefined
}

/** So many times as long. */
const MORE_PATIENCE = 2

const STATUSES = [429, 502, 503, 504]
/** Whoever stands in front of a service has these for what it could not get there (Cloudflare); no service answers so. */
const OF_AN_EDGE = { from: 520, to: 530 }
const TOO_MANY = 429
const PAGE = /^\s*</
const NEVER_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']
const LOST = [...NEVER_REACHED, 'ECONNRESET', 'EPIPE']

/** Whether such a status may come from somebody in front of a service, or from one that takes nothing for the moment. */
export function saysTrouble(status: number): boolean {
  return STATUSES.includes(status) || (status >= OF_AN_EDGE.from && status <= OF_AN_EDGE.to)
}

/** What trouble the target is in, if it is: a status that the contract has for this route is its answer. */
export function troubleIn(outcome: CallOutcome): Trouble | undefined {
  const { method, service, route, status, code, headers = {}, body = '' } = outcome
  // Its health says itself that a service is not well.
  if (service === 'outside' || (route && HEALTHS.includes(route))) return undefined
  if (code !== undefined) {
    const isRepeatable = changesNothing(method, route) || NEVER_REACHED.includes(code)
    return LOST.includes(code)
      ? { text: `no connection (${code})`, isRepeatable, lasts: false, after: undefined }
      : undefined
  }
  if (status === undefined || !saysTrouble(status)) return undefined
  // A platform that limits, or cannot, says so itself; whoever stands in front of it shows a page.
  const isOfAnEdge = PAGE.test(body) || (status === TOO_MANY && isNobodys(route, headers, body))
  if (route?.answers[status] !== undefined && !isOfAnEdge) return undefined
  const after = retryAfter(headers)
  // Who says when to come again has done nothing yet.
  return {
    text: `answered ${status}`,
    // Who has had enough, and is asked again all the same, bans.
    isRepeatable: after !== undefined || (status !== TOO_MANY && changesNothing(method, route)),
    isTooMany: status === TOO_MANY,
    lasts: true,
    after,
  }
}

/** Whether a refusal bears no sign of a service: neither its words, nor the name of the call, nor how long to wait. */
function isNobodys(
  route: Route | undefined,
  headers: NonNullable<CallOutcome['headers']>,
  body: string,
): boolean {
  const isSigned = headers['retry-after'] !== undefined || headers['x-request-id'] !== undefined
  const own = route?.answers[TOO_MANY]
  return !isSigned && own?.safeParse(parseJson(body)).success === false
}

/** Whether a call that was taken unseen may be made once more, and all is as if it had been made once. */
function changesNothing(method: string, route: Route | undefined): boolean {
  if (route === ROUTES.providerCallback) return false
  return method === 'GET' || (route !== undefined && LIKE_ONCE.includes(route))
}

const LIKE_ONCE: readonly Route[] = [ROUTES.login, ROUTES.validate, ROUTES.testAuth, ROUTES.renameThread]
const HEALTHS: readonly Route[] = [ROUTES.authHealth, ROUTES.backendHealth, ROUTES.frontendHealth]

/** How long to wait before the next of several tries. */
export function pauseBefore({ after }: Trouble, tries: number): Duration {
  return after ?? milliseconds(Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE.ms))
}

const FIRST_PAUSE_MS = 100

function retryAfter(headers: Readonly<Record<string, string>>): Duration | undefined {
  const wait = waitIn(headers)
  return wait === undefined || Number.isNaN(wait) ? undefined : seconds(Math.max(wait, 0))
}
