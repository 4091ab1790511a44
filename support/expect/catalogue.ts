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
export const CATALOGUE = {
  ...AUTHENTICATION,
  ...CHAT_AGENTS,
  ...LIVE_EVENTS,
  ...USER_ISOLATION,
  ...ALWAYS,
} as const

export type CheckId = keyof typeof CATALOGUE

export const CHECK_IDS = Object.keys(CATALOGUE) as CheckId[]

export function entryOf(id: CheckId): CheckEntry {
  return CATALOGUE[id]
}
