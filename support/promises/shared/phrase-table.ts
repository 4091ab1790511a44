import { FeatureFault } from '#errors/feature-fault'

/** Something that a table of a feature may name. */
export interface Phrased {
  /** As the feature calls it. */
  readonly phrase: string
}

/**
 * What the rows of a feature's table stand for, in order.
 *
 * @param what completes "… is no … that is known here"
 * @throws {FeatureFault} naming the row, and what may be said in its place
 */
export function readTable<Entry extends Phrased>(
  phrases: readonly string[],
  entries: readonly Entry[],
  what: string,
): Entry[] {
  return phrases.map((phrase) => {
    const entry = entries.find((candidate) => candidate.phrase === phrase)
    if (entry) return entry
    const known = entries.map((candidate) => `"${candidate.phrase}"`).join(', ')
    throw new FeatureFault(`"${phrase}" is no ${what} that is known here: say one of ${known}`)
  })
}
