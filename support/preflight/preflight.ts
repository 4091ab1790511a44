import type { ClientContext } from '#clients/client-context'
import { HttpClient } from '#clients/http'
import type { RouteName } from '#contract/routes'
import type { TargetSignIn } from '#target/sign-in'
import type { Target } from '#target/settings'
import { within } from '#waiting/deadline'
import type { Duration } from '#waiting/duration'
import type { Pacer } from '#waiting/pacer'
import { Wire } from '#wire/wire'
import { absentIn, knockEverywhere, knockNowhere, type Answers } from './doors.ts'
import { lookAtLiveAddress, type LiveFound } from './live-address.ts'
import { shortContext } from './short-context.ts'
import { Visitor, type WayFound } from './visitor.ts'

/** What was found out about a target before anything of it is judged. */
export interface Foresight {
  readonly ways: Readonly<Record<TargetSignIn, WayFound>>
  readonly live: LiveFound
  /** What its routes have answered, where they were asked. */
  readonly doors: Answers
  /** Routes of the contract that are not there. */
  readonly absent: readonly RouteName[]
  /** By what the visitor is known: what shows of her afterwards is shown to somebody else. */
  readonly mark: string
}

/** How much is looked at. */
export interface Curiosity {
  /** Every route, too. */
  readonly routes: boolean
  /** Every way in, though one has led in already. */
  readonly ways: boolean
  /** For how long one answer is waited for; without it, a thing is not known, and judged by the scenarios. */
  readonly patience: Duration
}

/**
 * Looks in as somebody who comes for the first time, and leaves nothing behind.
 *
 * @param run its id
 * @param wire told of every call
 * @param pacer who counts them
 */
export async function lookAhead(
  target: Target,
  run: string,
  wanted: Curiosity,
  wire = new Wire([]),
  pacer?: Pacer,
): Promise<Foresight> {
  const context = shortContext(target, wanted.patience, undefined, wire, pacer)
  const http = new HttpClient('a visitor', context)
  try {
    return await lookAround(http, context, target, new Visitor(http, target, run), wanted)
  } finally {
    http.close()
  }
}

async function lookAround(
  http: HttpClient,
  context: ClientContext,
  target: Target,
  visitor: Visitor,
  wanted: Curiosity,
): Promise<Foresight> {
  const sideDoor = await visitor.trySideDoor()
  const isNeeded = wanted.ways || !visitor.session
  const password: WayFound = isNeeded ? await visitor.tryRegistration() : { state: 'untried', answer: '' }
  const token = visitor.session?.accessToken
  const none: Answers = new Map()
  const [minted, live, doors, nowhere] = await Promise.all([
    visitor.tryMinting(),
    token === undefined ? UNKNOWN : lookAtLine(context, token),
    token !== undefined && wanted.routes ? knockEverywhere(http, token) : none,
    token !== undefined && wanted.routes ? knockNowhere(http, target.addresses.backend, token) : undefined,
  ])
  const farewell = await visitor.leave()
  const answers: Answers = wanted.routes ? new Map([...doors, ['deleteMe', farewell]]) : doors
  const ways = { 'oauth-simulation': sideDoor, 'staging-jwt': minted, password }
  return { ways, live, doors: answers, absent: absentIn(answers, nowhere), mark: visitor.mark }
}

const UNKNOWN: LiveFound = { state: 'unknown', answer: 'nobody could be signed in' }

async function lookAtLine(context: ClientContext, token: string): Promise<LiveFound> {
  const over = new AbortController()
  const look = lookAtLiveAddress({ ...context, stop: over.signal }, token)
  const late: LiveFound = { state: 'unknown', answer: 'no welcome' }
  const found = await within('a welcome', context.patience, over.signal, look).catch(() => late)
  over.abort()
  return found
}
