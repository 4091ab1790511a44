/** A figure that a page tells, and what it is measured by. */
export interface ToldFigure {
  /** Of which line: the figures are its groups. */
  readonly line: RegExp
  /** One for each group. */
  readonly are: readonly number[]
  /** How far from what is so a page may be: 0.05 is five per cent. Nothing may differ if it is left out. */
  readonly tolerance?: number
}

/**
 * What is wrong with the figures of a page.
 *
 * @param page Markdown
 * @param anonymous digits that are no figures: names, versions, samples of what is said
 * @returns a line for each figure that is not so, that is told nowhere any more, and that nothing measures
 */
export function faultsOfFigures(
  page: string,
  figures: readonly ToldFigure[],
  anonymous: readonly RegExp[],
): string[] {
  const faults = figures.flatMap((figure) => faultsOf(page, figure))
  const known = [...figures.map(({ line }) => line), ...anonymous]
  const rest = known.reduce((text, each) => text.replaceAll(new RegExp(each, 'gm'), ''), page)
  const unmeasured = rest.split('\n').filter((line) => /\d/.test(line))
  return [...faults, ...unmeasured.map((line) => `nothing measures a figure of: ${line.trim()}`)]
}

function faultsOf(page: string, { line, are, tolerance = 0 }: ToldFigure): string[] {
  const [, ...told] = new RegExp(line, 'm').exec(page) ?? []
  if (told.length === 0) return [`no line is ${String(line)}`]
  return are.flatMap((is, index) => {
    const figure = Number(told[index]?.replaceAll(',', ''))
    const isSo = Math.abs(figure - is) <= Math.abs(is) * tolerance
    return isSo ? [] : [`${String(line)} tells ${figure}, and it is ${is}`]
  })
}
