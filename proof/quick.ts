import type { CheckId, PlantedDefect } from './defect.ts'

/** One in so many of those that show no check that another has not shown. */
const ONE_IN = 10

/**
 * What is planted before each commit: the fewest defects that show of every check that it can fail, and of all others,
 * sound platforms among them, one in ten; other ones for another commit.
 *
 * @param commit 40 hex digits; whatever else it is counts as nought
 */
export function quickPart(all: readonly PlantedDefect[], commit: string): PlantedDefect[] {
  const cover = coverOf(all)
  const others = all.filter((defect) => !cover.has(defect))
  const turn = (Number.parseInt(commit.slice(0, 8), 16) || 0) % ONE_IN
  const sample = new Set(others.filter((_, place) => place % ONE_IN === turn))
  return all.filter((defect) => cover.has(defect) || sample.has(defect))
}

/** Whoever shows most of what nobody has shown yet comes next. */
function coverOf(all: readonly PlantedDefect[]): ReadonlySet<PlantedDefect> {
  const missing = new Set(all.flatMap(checksOf))
  const chosen = new Set<PlantedDefect>()
  while (missing.size > 0) {
    const gain = (defect: PlantedDefect): number => checksOf(defect).filter((id) => missing.has(id)).length
    const best = all.reduce((one, other) => (gain(other) > gain(one) ? other : one))
    chosen.add(best)
    for (const id of checksOf(best)) missing.delete(id)
  }
  return chosen
}

function checksOf({ reddens }: PlantedDefect): CheckId[] {
  return [...new Set(reddens.map(({ check }) => check))]
}
