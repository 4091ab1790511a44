import type { CheckId, PlantedDefect } from './defect.ts'

/** One in so many is tried as in the whole. */
const ONE_IN = 10

/**
 * What is planted before each commit: one in ten of all defects and sound platforms, other ones for another commit; and
 * the fewest defects that show of every check that it can fail. Of those no more is looked at than what they turn red.
 *
 * @param commit 40 hex digits; whatever else it is counts as nought
 */
export function quickPart(all: readonly PlantedDefect[], commit: string): PlantedDefect[] {
  const cover = coverOf(all)
  const turn = (Number.parseInt(commit.slice(0, 8), 16) || 0) % ONE_IN
  return all.flatMap((defect, place) => {
    if (place % ONE_IN === turn) return [defect]
    return cover.has(defect) ? [withoutSpared(defect)] : []
  })
}

function withoutSpared(defect: PlantedDefect): PlantedDefect {
  const { spares, ...other } = defect
  return spares ? { ...other, sparesNothing: `Another commit's turn: ${spares.join(', ')}` } : defect
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
