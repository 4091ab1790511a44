const CONFIDENCE = 0.95
const STEPS = 60

/**
 * How often something can be red at most, by how often it was: the exact upper bound at 95 %, about 3 / n where it never
 * was (Clopper and Pearson, 1934).
 *
 * @param reds out of `runs`, a whole number
 * @returns a share, 0 to 1
 */
export function upperBound(reds: number, runs: number): number {
  if (reds >= runs) return 1
  let [low, high] = [reds / runs, 1]
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2
    if (chanceOfAtMost(reds, runs, middle) > 1 - CONFIDENCE) low = middle
    else high = middle
  }
  return high
}

/** Of so many reds or fewer, where each run is red with this chance. */
function chanceOfAtMost(reds: number, runs: number, chance: number): number {
  let [term, sum] = [(1 - chance) ** runs, 0]
  for (let count = 0; count <= reds; count += 1) {
    sum += term
    term *= ((runs - count) / (count + 1)) * (chance / (1 - chance))
  }
  return sum
}
