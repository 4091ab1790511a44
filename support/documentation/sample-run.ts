import { CHECK_IDS } from '#expect/catalogue'
import type { VerdictFile } from '#verdict/verdict-schema'
import type { ToldFigure } from './told-figures.ts'

/** Every scenario of which the catalogue promises something. */
const PROMISED = [...new Set(CHECK_IDS.map((id) => id.replace(/\..*/, '')))].filter((id) => id !== 'ALWAYS')

/** Checks come and go with what happens in a run, by a few. */
const CHECKS_MAY_DIFFER = 0.08

/**
 * The figures of a page's sample of a run, by a run that there has been: how many checks were made of each feature.
 *
 * @returns undefined where the run is none to compare with: not of all promises, not green, or of another target; how
 * long it took is not compared, for machines differ
 */
export function figuresOfRun({ planned, verdict, run, features }: VerdictFile): ToldFigure[] | undefined {
  const all = features.flatMap(({ scenarios }) => scenarios.map(({ id }) => id))
  const isWhole = planned === all.length && PROMISED.every((id) => all.includes(id))
  if (!isWhole || verdict !== 'passed' || run.target !== 'local') return undefined
  return features.map(({ name, scenarios }) => {
    const checks = scenarios.flatMap((each) => each.checks.filter(({ status }) => status !== 'not-testable'))
    const line = new RegExp(`^ {2}${name}: .* kept, (\\d+) checks`)
    return { line, are: [checks.length], tolerance: CHECKS_MAY_DIFFER }
  })
}
