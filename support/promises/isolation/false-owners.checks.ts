import { CLOSE, ERRORS } from '#contract/codes'
import { describeLimit, type TimeLimit } from '#contract/promises'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { describeClose, isClosedInTime, type ClosedConnection } from '#promises/shared/connection-end.checks'

/** Something that its maker said to be another's, and whose it has become. */
export interface FalseOwner {
  readonly what: string
  /** Who made it, and who it was said to belong to: ids of people. */
  readonly maker: string
  readonly other: string
  /** Who is shown it, or is told of it, or whom it names: ids of people. */
  readonly owners: readonly string[]
  /** Whether the other one's connection answered afterwards, where she might have been told of it there. */
  readonly fence: boolean
}

/** Whoever makes something owns it, whatever is said of its owner. */
export function ownerFieldsIgnored(seen: Seen<readonly FalseOwner[]>): Check {
  return check('owner-fields-ignored', 'whoever makes something owns it, whatever is said', seen, (made) => {
    const odd = made.filter(
      ({ owners, maker, fence }) => owners.length !== 1 || owners[0] !== maker || !fence,
    )
    const observed = (odd.length > 0 ? odd : made).map(describeOwners).join('; ')
    return settle(made.length > 0 && odd.length === 0, {
      observed: observed || 'nothing was tried',
      leak: made.some(({ owners, other }) => owners.includes(other)),
    })
  })
}

function describeOwners({ what, owners, maker, other, fence }: FalseOwner): string {
  const names = new Map([
    [maker, "its maker's"],
    [other, "the other one's"],
  ])
  const whose = owners.map((id) => names.get(id) ?? `that of ${id}`).join(' and ') || "nobody's"
  return `${what}: ${whose}${fence ? '' : ", and the other one's line is mute"}`
}

/** What came of showing another's token on a connection. */
export interface Takeover {
  readonly answer: 'granted' | { readonly error: string }
  /** How the connection ended; it goes on where the token was taken. */
  readonly closed: ClosedConnection | undefined
}

/** A connection does not go on with another's token, but is closed in time. That it goes on shows nobody anything. */
export function connectionKeepsItsOwner(seen: Seen<Takeover>, limit: TimeLimit): Check {
  const expected = `${ERRORS.authentication}, and the line is ended with ${CLOSE.policyViolation} ${describeLimit(limit)}`
  return check('line-keeps-its-owner', expected, seen, ({ answer, closed }) => {
    const said = answer === 'granted' ? 'reauthenticated' : answer.error
    const end = closed ? `it ${describeClose(closed)}` : 'the line goes on'
    const holds = said === ERRORS.authentication && closed !== undefined && isClosedInTime(closed, limit)
    return settle(holds, { observed: `another's pass was answered ${said}; ${end}` })
  })
}
