import type { Slug } from '#expect/catalogue'
import { check, settle, type Check, type Observation } from '#expect/check'
import { NotSeen, type Seen } from '#expect/seen'

/** A credential tried at one access point: a route, or a way to open a connection. */
export interface AccessAttempt {
  readonly accessPoint: string
  /** Neither: the answer is no refusal as the contract knows it, and not open either. */
  readonly outcome: 'open' | 'refused' | 'neither'
  readonly how: string
  /** Bodies that were shown. */
  readonly texts: readonly string[]
  /** Whether a refusal says what is wrong. */
  readonly explained: boolean
}

/** Every door is open. */
export function allAccepted(attempts: readonly AccessAttempt[]): Observation {
  return judgeAccess(attempts, 'open', undefined)
}

/** Every door is shut. @param control who went through the same doors at the same time */
export function refusedEverywhere(
  slug: Slug,
  what: string,
  attempts: Seen<readonly AccessAttempt[]>,
  control: string,
): Check {
  return check(slug, `${what}: refused at every door`, attempts, (made) =>
    judgeAccess(made, 'refused', control),
  )
}

/** Attempts that are to be refused, and the same ones made by right. */
export interface AccessTrial {
  readonly attempts: readonly AccessAttempt[]
  readonly control: readonly AccessAttempt[]
}

/** Refused, while the same was granted by right at the same time. @param whose right it was */
export function refusedButByRight(slug: Slug, what: string, seen: Seen<AccessTrial>, whose: string): Check {
  return check(slug, `${what}: refused at every door`, seen, ({ attempts, control }) => {
    const told = describeAccepted(whose, control)
    const shut = judgeAccess(attempts, 'refused', told)
    // Where nobody is let in, nobody was turned away.
    return settle(control.length > 0 && control.every(({ outcome }) => outcome === 'open'), {
      ...shut,
      ...(control.every(({ outcome }) => outcome === 'open') ? {} : { observed: told }),
    })
  })
}

/** The same for some of the doors. */
export function judgeAccess(
  attempts: readonly AccessAttempt[],
  wanted: 'open' | 'refused',
  control: string | undefined,
): Observation {
  const { holds, observed } = accessOutcome(attempts, wanted)
  return settle(holds, { observed, ...(control ? { control } : {}) })
}

/** How the attempts came out, whatever follows from it. */
export function accessOutcome(
  attempts: readonly AccessAttempt[],
  wanted: 'open' | 'refused',
): { holds: boolean; observed: string } {
  const odd = attempts.filter(({ outcome }) => outcome !== wanted)
  const told = odd.map(
    ({ accessPoint, outcome, how }) =>
      `${accessPoint} is ${outcome === 'neither' ? 'in disorder' : outcome}: ${how}`,
  )
  const doors = attempts.map(({ accessPoint }) => accessPoint).join(', ')
  const open = wanted === 'refused' ? odd.filter(({ outcome }) => outcome === 'open') : []
  const opened = open.map(({ accessPoint }) => accessPoint).join(', ')
  const summary = open.length > 1 ? [`${open.length} of ${attempts.length} doors were opened: ${opened}`] : []
  const observed =
    [...summary, ...told].join('; ') || `${wanted} at ${attempts.length} doors: ${doors || 'none was tried'}`
  return { holds: attempts.length > 0 && odd.length === 0, observed }
}

/** One kind of token, in all its spellings, at every access point. */
export interface TokenAttempts {
  readonly slug: Slug
  readonly what: string
  readonly attempts: readonly AccessAttempt[]
  /** Why such a token cannot be had here. */
  readonly untestable?: string
}

/** Such a token is refused at every access point. @param control who was accepted there at the same time */
export function tokenRefused({ slug, what, attempts, untestable }: TokenAttempts, control: string): Check {
  const seen = untestable === undefined ? attempts : new NotSeen('untestable', untestable)
  return refusedEverywhere(slug, what, seen, control)
}

/** The positive control of a break-in. */
export function ownTokenAccepted(control: readonly AccessAttempt[]): Check {
  return check('own-pass-opens-every-door', 'open at every door', undefined, () => allAccepted(control))
}

/** How many doors are open, for use as a control. */
export function describeAccepted(whose: string, attempts: readonly AccessAttempt[]): string {
  const open = attempts.filter(({ outcome }) => outcome === 'open').length
  return `${whose} opened ${open} of ${attempts.length} doors`
}

/** The access points at which a connection is opened, by the way in which the token is presented. */
export const CONNECTION_ACCESS_POINTS = {
  header: 'the live line (header)',
  subprotocol: 'the live line (subprotocol)',
} as const

/** Where a connection that is open is to go on under another token. */
export const RENEWAL_ACCESS_POINT = 'the live line (renewed)'
