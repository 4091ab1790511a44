import type { PhaseFigures } from '#promises/isolation/phases.checks'

/** A row for each part of the way, in seconds. */
export function phaseRows(figures: readonly (readonly PhaseFigures[])[]): string[][] {
  const phases = figures[0]?.map(({ phase }) => phase) ?? []
  return phases.map((name, index) => [
    `${name}, p50 · p95 · p99 in s`,
    ...figures.map((told) => {
      const { p50 = 0, p95 = 0, p99 = 0 } = told[index] ?? {}
      return [p50, p95, p99].map((ms) => (ms / 1000).toFixed(2)).join(' · ')
    }),
  ])
}

/** In columns: the name on the left, figures on the right. */
export function print(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const [name = '', ...cells] of rows) {
    const padded = cells.map((cell, column) => cell.padStart(widths[column + 1] ?? 0))
    console.log([name.padEnd(widths[0] ?? 0), ...padded].join('   '))
  }
}
