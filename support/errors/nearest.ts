/** How many single letters have to be changed, so that a word becomes another, or a part of a longer text. */
function distance(word: string, text: string, anywhere: boolean): number {
  let row = Array.from({ length: text.length + 1 }, (_, column) => (anywhere ? 0 : column))
  for (const [index, letter] of [...word].entries()) {
    const next = [index + 1]
    for (const [column, other] of [...text].entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return anywhere ? Math.min(...row) : (row.at(-1) ?? 0)
}

/**
 * What may have been meant by a word that nothing is called by.
 *
 * @param anywhere the word may be a part of what was meant
 * @returns those of the candidates that are nearest to it, in their order, as many as are equally near
 */
export function nearest(word: string, candidates: readonly string[], anywhere = false): readonly string[] {
  const far = candidates.map((candidate) => {
    return distance(word.toLowerCase(), candidate.toLowerCase(), anywhere)
  })
  return candidates.filter((_, index) => far[index] === Math.min(...far))
}

/** What may have been meant, as the end of a sentence: `: the nearest is @AUTH-5`; empty where there is nothing. */
export function suggest(found: readonly string[]): string {
  if (found.length === 0) return ''
  return `: the nearest ${found.length === 1 ? 'is' : 'are'} ${found.join(', ')}`
}
