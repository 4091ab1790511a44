import { check, settle, type Check } from '#expect/check'
import { NotSeen, seenAs, together, type Seen } from '#expect/seen'
import type { TimeLimit } from '#contract/promises'
import { describeClose, isClosedInTime, type ClosedConnection } from '#promises/shared/connection-end.checks'
import { describeAttempt, type Attempt } from '#promises/shared/refusals.checks'

/** A session that came from the provider, to its end. */
export interface ProviderSession {
  /** Whether the renewed session is hers. */
  readonly isSamePerson: boolean
  /** What has to go through: renewing, using what was renewed, signing out. */
  readonly before: readonly Attempt[]
  /** What must not. */
  readonly after: readonly Attempt[]
  /** How the line ended that was open when she signed out, counted from that; missing where there was none. */
  readonly close?: Seen<ClosedConnection>
}

/** What somebody finds who has closed an account of the provider and signs in there once more. */
export interface ComingBack {
  /** Whether it is another account than the one that was closed, and nobody else's. */
  readonly isAnother: boolean
  /** Whether who signed in at the same moment was still herself. */
  readonly isHerself: boolean
  /** What the closed account still opened. */
  readonly after: readonly Attempt[]
  /** By its owner, who has closed it again. */
  readonly registered: Attempt
}

/** A session from the provider renews, and ends, like any other; and so does an account. @param back missing where no account can be closed */
export function providerSessionLives(
  seen: Seen<ProviderSession>,
  limit: TimeLimit,
  back?: Seen<ComingBack>,
): Check {
  const expected = 'renewed for the same person (200), and after signing out nothing of it opens (401)'
  const both = back === undefined ? seenAs(seen, (life) => [life, undefined] as const) : together(seen, back)
  return check('provider-session-renews-and-ends', expected, both, ([life, comingBack]) => {
    const faults = [...lifeFaultsOf(life, limit), ...(comingBack ? faultsOfReturn(comingBack) : [])]
    return settle(faults.length === 0, { observed: faults.join('; ') || 'renewed, signed out, shut' })
  })
}

function faultsOfReturn({ isAnother, isHerself, after, registered }: ComingBack): string[] {
  const odd = after.filter(({ status }) => status !== 401)
  return [
    ...[...odd, ...(registered.status === 200 ? [] : [registered])].map(describeAttempt),
    ...(isAnother ? [] : ['an account that was closed is there again']),
    ...(isHerself ? [] : ['who signed in at the same moment came in as somebody else']),
  ]
}

/** What is wrong with a session, from its renewal to its end. */
export function lifeFaultsOf(
  { isSamePerson, before, after, close }: ProviderSession,
  limit: TimeLimit,
): string[] {
  const odd = [
    ...before.filter(({ status }) => status !== 200),
    ...after.filter(({ status }) => status !== 401),
  ].map(describeAttempt)
  return [
    ...odd,
    ...(isSamePerson ? [] : ['renewed for somebody else, or nobody']),
    ...(close ? lineFaultsOf(close, limit) : []),
  ]
}

function lineFaultsOf(close: Seen<ClosedConnection>, limit: TimeLimit): string[] {
  if (close instanceof NotSeen) return [`her line, when she had signed out: ${close.reason}`]
  return isClosedInTime(close, limit) ? [] : [`her line ${describeClose(close)}`]
}

/** A page at which sign-ins come out. */
export interface HandoverPage {
  readonly path: string
  readonly status: number
  readonly type: string
  /** Where sign-ins have come out, without what they carry. */
  readonly ways: readonly string[]
  /** Where they have to. */
  readonly home: string
}

/** Sign-ins come out at the frontend, where there are pages for it. */
export function comesOutAtHome(seen: Seen<readonly HandoverPage[]>): Check {
  const expected = 'every sign-in comes out on a page of the frontend'
  return check('sign-in-comes-out-at-home', expected, seen, (pages) => {
    const missing = pages.filter(({ status, type }) => status !== 200 || !type.startsWith('text/html'))
    const astray = pages.flatMap(({ ways, home }) => ways.filter((way) => way !== home))
    const told = missing.map(({ path, status, type }) => `${path}: ${status} ${type}`.trim())
    const odd = [...told, ...new Set(astray.map((way) => `a sign-in came out at ${way}`))]
    const holds = pages.length > 0 && pages.every(({ ways }) => ways.length > 0) && odd.length === 0
    return settle(holds, { observed: odd.join('; ') || `${pages.length} pages are there` })
  })
}
