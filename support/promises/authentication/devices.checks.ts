import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import {
  refusedEverywhere,
  describeAccepted,
  judgeAccess,
  type AccessAttempt,
} from '#promises/shared/access-points.checks'
import { allRefused, type Attempt } from '#promises/shared/refusals.checks'

/** What one device of a person shows. */
export interface DeviceView {
  readonly device: string
  readonly doors: readonly AccessAttempt[]
  readonly lineAnswers: boolean
  /** Ids, sorted. */
  readonly conversations: readonly string[]
  readonly total: number
}

/** What tells one session from another. */
export interface SessionMarks {
  readonly userId: string
  readonly tokenId: string
  readonly accessToken: string
  readonly refreshToken: string
}

export function sessionsDistinct(sessions: readonly SessionMarks[]): Check {
  return check(
    'sessions-are-distinct',
    `${sessions.length} sessions of one person, nothing in common`,
    undefined,
    () => {
      const kinds = ['tokenId', 'accessToken', 'refreshToken'] as const
      const shared = kinds.filter(
        (kind) => new Set(sessions.map((session) => session[kind])).size < sessions.length,
      )
      const people = new Set(sessions.map(({ userId }) => userId)).size
      const observed = `${sessions.length} sessions, ${people} person; in common: ${shared.join(', ') || 'nothing'}`
      return settle(sessions.length > 1 && shared.length === 0 && people === 1, { observed })
    },
  )
}

/** @param own ids of the conversations that were begun, one on each device */
export function threadsShared(own: readonly string[], views: readonly DeviceView[]): Check {
  return check(
    'devices-share-conversations',
    `all ${own.length} conversations on each device`,
    undefined,
    () => {
      const all = [...own].sort().join()
      const odd = views.filter(
        ({ conversations, total }) => conversations.join() !== all || total !== own.length,
      )
      const told = odd.map(
        ({ device, conversations, total }) => `${device} shows ${conversations.length} of ${total}`,
      )
      return settle(views.length > 1 && odd.length === 0, {
        observed: told.join('; ') || `${own.length} on each`,
      })
    },
  )
}

/** @param own ids of all conversations @param look at the devices that have to go on */
export function devicesGoOn(
  slug: Slug,
  own: readonly string[],
  seen: Seen<readonly DeviceView[]>,
  control: string,
): Check {
  return check(slug, 'every door opens, the line answers, all conversations are there', seen, (views) => {
    judgeAccess(
      views.flatMap(({ doors }) => doors),
      'open',
      control,
    )
    const silent = views.filter(({ lineAnswers }) => !lineAnswers).map(({ device }) => device)
    const forgetful = views.filter(({ conversations }) => conversations.length !== own.length)
    const observed =
      `${views.map(({ device }) => device).join(' and ')}; silent lines: ${silent.join(', ') || 'none'}; ` +
      `missing conversations: ${forgetful.map(({ device }) => device).join(', ') || 'none'}`
    return settle(views.length > 0 && silent.length === 0 && forgetful.length === 0, { observed, control })
  })
}

/** What is left of a device that was signed out. */
export interface SignedOut {
  readonly doors: readonly AccessAttempt[]
  readonly renewal: Attempt
  /** Resolves with the close code of its line. */
  readonly lineEnd: () => Promise<number>
  /** The same doors, tried by a device that is still signed in. */
  readonly control: readonly AccessAttempt[]
}

export function signedOutEverywhere({ doors, renewal, lineEnd, control }: SignedOut): Check[] {
  const others = describeAccepted('another device', control)
  return [
    refusedEverywhere('signed-out-opens-nothing', 'the pass of the device', () => doors, others),
    allRefused('signed-out-cannot-renew', 401, [renewal], others),
    check('signed-out-line-ends', '1008 within two seconds', lineEnd, (code) => {
      return settle(code === 1008, { observed: `ended with ${code}`, control: others })
    }),
  ]
}
