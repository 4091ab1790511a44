import type { CheckId } from '#expect/catalogue'
import { check, NotTestable, settle, type Check, type Observation } from '#expect/check'

/** A key tried at one door. */
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
  id: CheckId,
  what: string,
  attempts: () => readonly AccessAttempt[],
  control: string,
): Check {
  return check(id, `${what}: refused at every door`, () => judgeAccess(attempts(), 'refused', control))
}

/** The same for doors that somebody else, or the same person by right, went through at the same time. */
export function connectionRefused(
  id: CheckId,
  what: string,
  {
    attempts,
    control,
  }: { readonly attempts: readonly AccessAttempt[]; readonly control: readonly AccessAttempt[] },
  whose: string,
): Check {
  return check(id, `${what}: refused at every door`, () => {
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
  const observed = told.join('; ') || `${wanted} at ${attempts.length} doors: ${doors || 'none was tried'}`
  return { holds: attempts.length > 0 && odd.length === 0, observed }
}

/** One kind of pass, in all its spellings, at every door. */
export interface TokenAttempts {
  readonly id: CheckId
  readonly what: string
  readonly attempts: readonly AccessAttempt[]
  /** Why such a pass cannot be had here. */
  readonly untestable?: string
}

export function tokenRefused({ id, what, attempts, untestable }: TokenAttempts, control: string): Check {
  return refusedEverywhere(
    id,
    what,
    () => {
      if (untestable !== undefined) throw new NotTestable(untestable)
      return attempts
    },
    control,
  )
}

/** The positive control of a break-in. */
export function ownTokenAccepted(control: readonly AccessAttempt[]): Check {
  return check('AUTH-5.own-pass-opens-every-door', 'open at every door', () => allAccepted(control))
}

/** How many doors are open, for use as a control. */
export function describeAccepted(whose: string, attempts: readonly AccessAttempt[]): string {
  const open = attempts.filter(({ outcome }) => outcome === 'open').length
  return `${whose} opened ${open} of ${attempts.length} doors`
}
