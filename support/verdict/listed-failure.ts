import type { CheckId } from '#expect/catalogue'
import type { KnownFailure } from './known-failures.ts'
import type { ScenarioRecord } from './lattice.ts'

/**
 * What a run has shown of a failure that is listed as known: it is red as expected; it is red, and the day until which
 * that was known is over; it holds now; or nobody could tell.
 */
export type ListedState = 'expected' | 'expired' | 'stale' | 'not seen'

/** A failure that is listed for the target of a run, and what the run has shown of it. */
export interface ListedFailure extends KnownFailure {
  readonly state: ListedState
}

/** What is listed for the target of a run. */
export interface ListedFailures {
  /** How many may be red at once. */
  readonly atMost: number
  readonly list: readonly ListedFailure[]
}

/**
 * What a run has shown of what is listed for its target.
 *
 * @param target as the list names it
 * @param day of the run, `2026-12-31`: who is listed until then is so on that day, too
 */
export function followListed(
  list: readonly KnownFailure[],
  target: string,
  scenarios: readonly ScenarioRecord[],
  day: string,
): ListedFailure[] {
  const here = list.filter((known) => known.target === target)
  return here.map((known) => ({ ...known, state: stateOf(known, scenarios, day) }))
}

/** The same scenarios, each with what is listed of its checks. */
export function withListed(
  scenarios: readonly ScenarioRecord[],
  list: readonly ListedFailure[],
): ScenarioRecord[] {
  return scenarios.map((scenario) => {
    const checks: ReadonlySet<CheckId> = new Set(scenario.outcome?.checks.map(({ id }) => id))
    const listed = list.filter(({ check }) => checks.has(check))
    return listed.length > 0 ? { ...scenario, listed } : scenario
  })
}

/** More are red than may be at once. */
export function areTooMany({ atMost, list }: ListedFailures): boolean {
  return list.filter(({ state }) => state === 'expected').length > atMost
}

/** `AUTH-3.stated-life-is-true is known to fail until 2026-12-31 (NET-12, Ada)`. */
export function describeListed({ check, expires, issue, owner, state }: ListedFailure): string {
  const who = `(${issue}, ${owner})`
  if (state === 'expired') return `${check} was known to fail until ${expires} ${who}`
  if (state === 'stale') return `${check} holds now: take it off the list ${who}`
  return `${check} is known to fail until ${expires} ${who}`
}

function stateOf(
  { check, expires }: KnownFailure,
  scenarios: readonly ScenarioRecord[],
  day: string,
): ListedState {
  const results = scenarios.flatMap(({ outcome }) => outcome?.checks.filter(({ id }) => id === check) ?? [])
  if (results.some(({ status }) => status === 'failed')) return day > expires ? 'expired' : 'expected'
  return results.some(({ status }) => status === 'passed') ? 'stale' : 'not seen'
}
