import { ALWAYS } from './catalogue/always.ts'
import { AUTHENTICATION } from './catalogue/authentication.ts'
import { CHAT_AGENTS } from './catalogue/chat-agents.ts'
import type { CheckEntry } from './catalogue/entry.ts'
import { LIVE_EVENTS } from './catalogue/live-events.ts'
import { USER_ISOLATION } from './catalogue/user-isolation.ts'

/**
 * Every check, by its permanent id. An id is never given to another check; `catalogue.test.ts` pins them.
 * `<scenario>.<what is observed>`; those of `ALWAYS` are made by the monitors in every scenario.
 */
const CATALOGUE = {
  ...AUTHENTICATION,
  ...CHAT_AGENTS,
  ...LIVE_EVENTS,
  ...USER_ISOLATION,
  ...ALWAYS,
} as const

/** The permanent id of a check: the id of its scenario, and its slug. */
export type CheckId = keyof typeof CATALOGUE

/** What a check observes, in a few words; the same in every scenario that has it checked. */
export type Slug = SlugOf<CheckId>

type SlugOf<Id> = Id extends `${string}.${infer What}` ? What : never

/** Every check there is. */
export const CHECK_IDS = Object.keys(CATALOGUE) as CheckId[]

/** What is said of a check. */
export function entryOf(id: CheckId): CheckEntry {
  return CATALOGUE[id]
}

/** The id of a check in a scenario; undefined where that scenario does not list it. */
export function idOf(scenario: string, slug: Slug): CheckId | undefined {
  const id = `${scenario}.${slug}`
  return id in CATALOGUE ? (id as CheckId) : undefined
}

/** What a scenario must have checked. Empty for one that the catalogue does not know. */
export function checksOf(scenario: string): CheckId[] {
  return CHECK_IDS.filter((id) => id.startsWith(`${scenario}.`))
}
