import { ACCOUNTS } from './clauses/accounts.ts'
import { AGENTS, EDGE, OFFERS } from './clauses/agents.ts'
import { PROVIDER, SESSION_CALLS, SIGN_IN } from './clauses/auth-calls.ts'
import { BACKEND } from './clauses/backend.ts'
import { BROWSERS } from './clauses/browsers.ts'
import type { ContractClause } from './clauses/clause.ts'
import { HEALTH } from './clauses/health.ts'
import { EVENTS, LIVE_LINE } from './clauses/live-line.ts'
import { TOKENS } from './clauses/tokens.ts'
import { TOOLS } from './clauses/tools.ts'

/**
 * Every clause of the contract by its permanent id: by the number of its section, in the order in which they stand on
 * the page. Together they are the whole page: a test finds what belongs to none.
 */
export const CLAUSES_OF_SECTION = {
  1: [HEALTH],
  2: [SIGN_IN, PROVIDER, SESSION_CALLS, ACCOUNTS, TOKENS],
  3: [BACKEND, BROWSERS],
  4: [LIVE_LINE, EVENTS],
  5: [AGENTS, TOOLS],
  6: [OFFERS],
  7: [EDGE],
} as const satisfies Readonly<Record<number, readonly Readonly<Record<string, ContractClause>>[]>>

type Chapter = (typeof CLAUSES_OF_SECTION)[keyof typeof CLAUSES_OF_SECTION][number]
type IdIn<Of> = Of extends unknown ? keyof Of : never

/** The permanent id of a clause: `auth.register.taken-address`. */
export type ClauseId = IdIn<Chapter>

/** A clause with its id and the number of its section. */
export interface NumberedClause {
  readonly id: ClauseId
  readonly section: number
  readonly clause: ContractClause
}

/** Every clause, in the order of the page. */
export const CLAUSES: readonly NumberedClause[] = Object.entries(CLAUSES_OF_SECTION).flatMap(
  ([section, chapters]) =>
    chapters.flatMap((chapter) =>
      Object.entries(chapter).map(([id, clause]) => ({
        id: id as ClauseId,
        section: Number(section),
        clause: clause as ContractClause,
      })),
    ),
)

/** The words of a clause, as they stand on the page. */
export function wordsOfClause(clause: ContractClause): string {
  return typeof clause === 'string' ? clause : clause.words
}
