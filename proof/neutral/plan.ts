import { createHash } from 'node:crypto'
import type { CheckId, PlantedDefect } from '../defect.ts'

/** A check that is to be neutralised, and a defect that only it, among what is named, may notice no more. */
export interface NeutralTrial {
  readonly check: CheckId
  readonly defect: PlantedDefect
}

/** So many checks, each with one of the defects that name it, as the seed draws them. */
export function planNeutral(defects: readonly PlantedDefect[], count: number, seed: string): NeutralTrial[] {
  const draw = (what: string): string => createHash('sha256').update(`${seed} ${what}`).digest('hex')
  // What damages the suite itself is loaded besides, too.
  const usable = defects.filter(({ besides, misleads }) => !besides && !misleads)
  const pairs = usable
    .flatMap((defect) => defect.reddens.map(({ check }) => ({ check, defect })))
    .map((pair) => ({ ...pair, lot: draw(`${pair.check} ${pair.defect.id}`) }))
    .sort((one, other) => one.lot.localeCompare(other.lot))
  const first = new Map(pairs.toReversed().map((pair) => [pair.check, pair]))
  const chosen = [...first.values()].sort((one, other) => one.lot.localeCompare(other.lot))
  return chosen.slice(0, count).map(({ check, defect }) => ({ check, defect }))
}
