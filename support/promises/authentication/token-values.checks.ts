import { CONFIGURABLE, PROMISED } from '#contract/promises'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { formatDuration, seconds } from '#waiting/duration'

/** Whose a token is, what it permits, and when it ends (ISO 8601). */
interface TokenFacts {
  readonly userId: string
  readonly email: string
  readonly permissions: readonly string[]
  readonly end: string
}

/** What is said of a token somewhere. */
export interface TokenStatement {
  readonly where: string
  /** By the token itself. */
  readonly token: TokenFacts
  /** Missing where it is said to be no good one. */
  readonly said: TokenFacts | undefined
}

/** Whoever is asked about a token says what the token says. */
export function statementsTrue(seen: Seen<readonly TokenStatement[]>): Check {
  const expected = 'the person, the address, the rights and the end that stand in the pass'
  return check('what-is-said-of-a-pass-is-true', expected, seen, (statements) => {
    const odd = statements.flatMap(({ where, token, said }) => {
      const [is, told] = [describeFacts(token), said ? describeFacts(said) : 'that it is no good pass']
      return is === told ? [] : [`${where} says ${told}; the pass says ${is}`]
    })
    const observed = odd.join('; ') || `the same in ${statements.length} places`
    return settle(statements.length > 0 && odd.length === 0, { observed })
  })
}

function describeFacts({ userId, email, permissions, end }: TokenFacts): string {
  return `${userId}, ${email}, ${permissions.toSorted().join('+')}, until ${new Date(end).toISOString()}`
}

/** How long the tokens of a session live, in seconds. */
export interface SessionLife {
  readonly accessSeconds: number
  /** Infinity for one without an end; undefined where the token does not say. */
  readonly refreshSeconds: number | undefined
}

/** No token lives longer than is promised; one that lives somewhat longer is told of. */
export function lifeIsLimited(seen: Seen<SessionLife>): Check {
  const { accessLifetime, refreshLifetime } = PROMISED
  const expected = `at most ${formatDuration(accessLifetime)}, and ${formatDuration(refreshLifetime)} for what renews it`
  return check('life-is-limited', expected, seen, ({ accessSeconds, refreshSeconds }) => {
    const [access, refresh] = [accessSeconds * 1000, (refreshSeconds ?? 0) * 1000]
    const isShort = access <= accessLifetime.ms && refresh <= refreshLifetime.ms
    const holds = access <= CONFIGURABLE.accessLifetime.ms && refresh <= CONFIGURABLE.refreshLifetime.ms
    const renews = refreshSeconds === undefined ? 'is not said' : describeLife(refreshSeconds)
    const observed = `the pass lives ${describeLife(accessSeconds)}; for what renews it, ${renews}`
    return settle(holds, { observed, deviations: isShort ? [] : [`POST /auth/login: ${observed}`] })
  })
}

function describeLife(life: number): string {
  return Number.isFinite(life) ? formatDuration(seconds(life)) : 'for good'
}
