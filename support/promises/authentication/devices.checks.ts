import type { TimeLimit } from '#contract/promises'
import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import { NotSeen, type Seen } from '#expect/seen'
import {
  describeAccepted,
  judgeAccess,
  refusedEverywhere,
  type AccessAttempt,
  type AccessTrial,
} from '#promises/shared/access-points.checks'
import { sessionEndCloses, type ClosedConnection } from '#promises/shared/connection-end.checks'
import { allRefused, type Attempt } from '#promises/shared/refusals.checks'
import type { SessionFacts } from './renewal.checks.ts'

/** What one device of a person shows. */
export interface DeviceView {
  readonly device: string
  /** With its own token, at the main access points. */
  readonly attempts: readonly AccessAttempt[]
  readonly connectionAnswers: boolean
  /** Ids, sorted. */
  readonly threads: readonly string[]
  /** How many there are, as is said. */
  readonly total: number
}

/** Several sessions of one person have nothing in common but the person. */
export function sessionsDistinct(sessions: readonly SessionFacts[]): Check {
  return check('sessions-are-distinct', 'sessions of one person, nothing in common', sessions, () => {
    const marks = {
      tokenId: sessions.map(({ claims }) => claims.jti),
      accessToken: sessions.map(({ accessToken }) => accessToken),
      refreshToken: sessions.map(({ refreshToken }) => refreshToken),
    }
    const shared = Object.entries(marks).flatMap(([kind, all]) =>
      new Set<unknown>(all).size < all.length ? kind : [],
    )
    const people = new Set(sessions.map(({ claims }) => claims.sub)).size
    const observed = `${sessions.length} sessions, ${people} person; in common: ${shared.join(', ') || 'nothing'}`
    return settle(sessions.length > 1 && shared.length === 0 && people === 1, { observed })
  })
}

/** Every device shows the threads of all. @param own ids of the threads, one begun on each device */
export function threadsShared(own: readonly string[], seen: Seen<readonly DeviceView[]>): Check {
  const expected = `all ${own.length} conversations on each device`
  return check('devices-share-conversations', expected, seen, (views) => {
    const all = [...own].sort().join()
    const odd = views.filter(({ threads, total }) => threads.join() !== all || total !== own.length)
    const told = odd.map(({ device, threads, total }) => `${device} shows ${threads.length} of ${total}`)
    const observed = told.join('; ') || `${own.length} on each`
    return settle(views.length > 1 && odd.length === 0, { observed })
  })
}

/** Devices that have to go on do. @param own ids of all threads @param control what became of the other device */
export function devicesGoOn(
  slug: Slug,
  own: readonly string[],
  seen: Seen<readonly DeviceView[]>,
  control: string,
): Check {
  return check(slug, 'every door opens, the line answers, all conversations are there', seen, (views) => {
    judgeAccess(
      views.flatMap(({ attempts }) => attempts),
      'open',
      control,
    )
    const silent = namesOf(views.filter(({ connectionAnswers }) => !connectionAnswers))
    const forgetful = namesOf(views.filter(({ threads }) => threads.length !== own.length))
    const faults = `silent lines: ${silent || 'none'}; missing conversations: ${forgetful || 'none'}`
    const observed = `${namesOf(views)}; ${faults}`
    return settle(views.length > 0 && silent === '' && forgetful === '', { observed, control })
  })
}

function namesOf(views: readonly DeviceView[]): string {
  return views.map(({ device }) => device).join(' and ')
}

/** What is left of a device that was signed out. */
export interface SignedOutDevice {
  /** With its token; the control with that of a device that is still signed in. */
  readonly access: Seen<AccessTrial>
  readonly refresh: Seen<readonly Attempt[]>
  readonly close: Seen<ClosedConnection>
}

/** A device that was signed out is shut out at every access point, cannot renew, and is closed in time. */
export function signedOutEverywhere({ access, refresh, close }: SignedOutDevice, limit: TimeLimit): Check[] {
  const attempts = access instanceof NotSeen ? access : access.attempts
  const others =
    access instanceof NotSeen ? access.reason : describeAccepted('another device', access.control)
  return [
    refusedEverywhere('signed-out-opens-nothing', 'the pass of the device', attempts, others),
    allRefused('signed-out-cannot-renew', 401, refresh, others),
    sessionEndCloses('signed-out-line-ends', close, limit, others),
  ]
}
