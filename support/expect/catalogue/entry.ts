import type { Capability } from '#contract/capabilities'
import type { ClauseId } from '#contract/clauses'
import type { Source } from './source.ts'

/** What is said of a check in the one place where all of them stand. */
export interface CheckEntry {
  /** The promise in the words of the feature: the headline when it is broken. */
  readonly promise: string
  /** The clauses of the contract that it reads: broken, each of them turns it red. */
  readonly clauses?: readonly [ClauseId, ...ClauseId[]]
  /** Where else it is written that this must hold. Every check has a clause or such a source. */
  readonly source?: readonly [Source, ...Source[]]
  /** Only where the target offers this; else the check is not testable there. */
  readonly capability?: Capability
  /** Without this one, the scenario has not been tested at all. */
  readonly core?: true
  /** It looks at what is another's: broken by a leak, it outweighs everything else. */
  readonly isolation?: true
  /** What it finds is said once of the whole run, and of no scenario: it may meet it in every one. */
  readonly ofTheRun?: true
}

/** A promise that a check looks at, and what is to be known of it. @param words the headline when it is broken */
export function promise(words: string, more: Omit<CheckEntry, 'promise'>): CheckEntry {
  return { promise: words, ...more }
}
