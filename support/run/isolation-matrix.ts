import { drawIsolation } from '#evidence/isolation-picture'
import { isolationMatrix } from '#monitors/isolation-matrix'
import type { PlatformWorld } from '#world/platform-world'

/** Of fewer people there is nothing to be seen at a glance. */
const FEWEST_PEOPLE = 4

/**
 * Attaches to the report who was shown what of whom, as a picture.
 *
 * @returns the same as files of evidence, by name, with the data
 */
export function attachIsolationMatrix({
  scenario,
  attach,
}: Pick<PlatformWorld, 'scenario' | 'attach'>): Record<string, string> {
  const { history, ownership } = scenario
  const matrix = isolationMatrix(history.received, ownership)
  if (matrix.people.length < FEWEST_PEOPLE) return {}
  const picture = drawIsolation(matrix)
  attach(Buffer.from(picture), { mediaType: 'image/svg+xml', fileName: 'isolation.svg' })
  return { 'isolation.svg': picture, 'isolation.json': `${JSON.stringify(matrix)}\n` }
}
