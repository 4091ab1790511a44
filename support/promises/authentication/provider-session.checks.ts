import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { describeAttempt, type Attempt } from '#promises/shared/refusals.checks'

/** A session that came from the provider, to its end. */
export interface ProviderSession {
  /** Whether the renewed session is hers. */
  readonly isSamePerson: boolean
  /** What has to go through: renewing, using what was renewed, signing out. */
  readonly before: readonly Attempt[]
  /** What must not. */
  readonly after: readonly Attempt[]
}

/** A session from the provider renews, and ends, like any other. */
export function providerSessionLives(seen: Seen<ProviderSession>): Check {
  const expected = 'renewed for the same person (200), and after signing out nothing of it opens (401)'
  return check('provider-session-renews-and-ends', expected, seen, ({ isSamePerson, before, after }) => {
    const odd = [
      ...before.filter(({ status }) => status !== 200),
      ...after.filter(({ status }) => status !== 401),
    ].map(describeAttempt)
    const told = isSamePerson ? [] : ['renewed for somebody else, or nobody']
    const observed = [...odd, ...told].join('; ') || 'renewed, signed out, shut'
    return settle(odd.length === 0 && isSamePerson, { observed })
  })
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
