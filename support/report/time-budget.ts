import { PROMISED } from '#contract/promises'
import type { Duration } from '#waiting/duration'

/** How long a promise may take, by the first letters of its id; most promise no time as a whole. */
const BUDGETS: Readonly<Record<string, Duration>> = {
  AUTH: PROMISED.authentication,
  CHAT: PROMISED.complexChat,
}

/** How long a promise may take to be looked at, where that is promised. @param id of its scenario, e.g. `AUTH-3` */
export function budgetOf(id: string): Duration | undefined {
  return BUDGETS[id.replace(/-.*/, '')]
}
