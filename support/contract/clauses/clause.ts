/**
 * A sentence of `docs/platform-contract.md`, or a part of one, that a platform can keep or break by itself: the words
 * as they stand there, without marks of Markdown.
 */
export type ContractClause = string | UnseenClause | Aside

/** A clause that nobody can see who calls from outside: a test of the local stack judges it. */
export interface UnseenClause {
  readonly words: string
  /** Why it cannot be seen. */
  readonly unseen: string
  /** The test that judges it, from the root. */
  readonly judgedBy: `${'local-stack' | 'proof'}/${string}.test.ts`
}

/** Words that no platform can break: they say how the suite reads what it is told. */
export interface Aside {
  readonly words: string
  /** What they are there for. */
  readonly aside: string
}
