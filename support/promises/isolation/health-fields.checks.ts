import type { Weight } from '#contract/deviation'
import { momentIn } from '#contract/moments'
import { PROMISED } from '#contract/promises'
import { excerpt } from '#wire/excerpt'

/** One answer to a question for health. */
export interface HealthLook {
  readonly status: number
  /** Nothing where it is no object. */
  readonly said: Readonly<Record<string, unknown>> | undefined
  readonly tookMs: number
  /** When it was asked and answered, by our clock: milliseconds since 1970. */
  readonly from: number
  readonly to: number
}

/** What has to be known to judge it. */
export interface HealthSetting {
  /** How far the clock of each service is ahead of ours, in milliseconds. */
  readonly skewMs: Readonly<Record<'auth' | 'backend' | 'frontend', number>>
  /** How long each service had been up, by its own word, when the run began; and when that was. */
  readonly earlier: Readonly<Record<string, { readonly seconds: number; readonly at: number } | undefined>>
  /** Whether the platform opens the side door for testers. */
  readonly isForTests: boolean
}

/** Something that is not as it has to be. */
export interface Remark {
  readonly about: string
  readonly text: string
  readonly weight: Weight
  /** It may be an accident, or the word of another instance, when other looks are well. */
  readonly unless?: 'mostly well' | 'once well'
}

/** Words that mean up. */
export const UP: readonly unknown[] = ['ok', 'healthy', 'ready', 'degraded']
const WELL: readonly unknown[] = [...UP, 'up', 'connected', 'reachable', 'available', true, 200]
const ILL = /^(un|dis|not|in)|down|fail|err|bad|off|lost|miss|false|none|null/i
/** Seconds may be told rounded. */
const GRAIN_SECONDS = 1

/** Notes that a field is not as it has to be. @param what completes "`version` …" */
export type Note = (what: string, weight?: Weight, unless?: Remark['unless']) => void

/** Some text has to be there. */
export function noteText(value: unknown, note: Note): void {
  if (value === undefined) note('is left out', 'differs')
  else if (typeof value !== 'string' || value.trim() === '') note(`is ${textOf(value)}`)
}

/** It is the time of the answer, by the clock of the service. @param skewMs how far that is ahead of ours */
export function noteMoment(value: unknown, { from, to }: HealthLook, skewMs: number, note: Note): void {
  if (value === undefined) return note('is left out', 'differs')
  const moment = momentIn(value)
  if (moment === undefined) return note(`is ${textOf(value)}, which is no time`)
  const at = Date.parse(moment) - skewMs
  const accuracy = PROMISED.timestampAccuracy.ms
  if (at + GRAIN_SECONDS * 1000 < from - accuracy || at > to + accuracy) {
    note(`is ${moment}, asked at ${new Date(from + skewMs).toISOString()}`)
  }
}

/** It goes on from what it was, or begins anew: then it is no longer than since then. */
export function noteUptime(
  value: unknown,
  { to }: HealthLook,
  earlier: { readonly seconds: number; readonly at: number } | undefined,
  note: Note,
): void {
  if (value === undefined) return note('is left out', 'differs')
  if (typeof value !== 'number' || !(value >= 0)) return note(`is ${textOf(value)}`)
  if (!earlier) return
  const since = (to - earlier.at) / 1000
  if (value > earlier.seconds + since + GRAIN_SECONDS)
    return note(
      `has risen from ${earlier.seconds} to ${value} within ${since.toFixed(1)} s`,
      'breaks',
      'once well',
    )
  if (value + GRAIN_SECONDS >= earlier.seconds || value <= since + GRAIN_SECONDS) return
  note(`has fallen from ${earlier.seconds} to ${value} within ${since.toFixed(1)} s`, 'breaks', 'once well')
}

/** It is well, in a known word. @param due the only one that is right; without it, any of them */
export function noteState(value: unknown, due: string | undefined, note: Note): void {
  if (value === undefined) return note('is left out', 'differs')
  const word: unknown =
    typeof value === 'object' && value !== null && 'status' in value ? value.status : value
  const isWell = due === undefined ? WELL.includes(word) : word === due
  if (isWell) return
  const isIll = !WELL.includes(word) && (due !== undefined || ILL.test(String(word)))
  note(`is ${textOf(value)}`, isIll ? 'breaks' : 'differs', isIll ? 'mostly well' : undefined)
}

/** A value as it is shown: short. */
export function textOf(value: unknown): string {
  return value === undefined ? 'left out' : excerpt(JSON.stringify(value), LONGEST)
}

const LONGEST = 60
