import type { CountedDeviation } from './deviation.ts'

/** A difference that those who run a deployment know of. It is told as known; what it breaks stays broken. */
export interface KnownDeviation {
  /** `GET /auth/me` */
  readonly where: string
  /** In the words in which a run tells it: `\`name\` is missing`. */
  readonly what: string
  readonly reason: string
  /** Where it is followed up. */
  readonly issue: string
  /** The last day on which it is known: `2027-03-31`. */
  readonly until: string
}

/**
 * Says of each deviation whether it is known.
 *
 * @param today `2026-11-30`; what was known until a day before that is told as expired
 */
export function markKnown(
  met: readonly CountedDeviation[],
  known: readonly KnownDeviation[],
  today: string,
): CountedDeviation[] {
  return met.map((deviation) => {
    const found = known.find(({ where, what }) => deviation.text === `${where}: ${what}`)
    if (!found) return deviation
    const { reason, issue, until } = found
    return { ...deviation, known: { reason, issue, until, expired: until < today } }
  })
}
