/** A line between the head of a table and its rows. */
const RULE = /^ *\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$/

/** A text in whose tables each cell is told with what stands above it: of `| 1–2 |` under `| Weeks |`, `| Weeks 1–2 |`. */
export function withHeads(text: string): string {
  const lines = text.split('\n')
  const told = lines.map((line, place) => {
    const heads = headsAbove(lines, place)
    if (!heads) return line
    return (
      cellsOf(line)
        .map((cell, column) => `| ${heads[column] ?? ''} ${cell} `)
        .join('') + '|'
    )
  })
  return told.join('\n')
}

/** What stands above a row of a table; nothing where it is none. */
function headsAbove(lines: readonly string[], place: number): string[] | undefined {
  const first = lines.slice(0, place).findLastIndex((line) => !line.includes('|')) + 1
  const isRow = (lines[place] ?? '').includes('|') && RULE.test(lines[first + 1] ?? '')
  return isRow && place > first + 1 ? cellsOf(lines[first] ?? '') : undefined
}

function cellsOf(row: string): string[] {
  const inner = row.trim().replace(/^\|/, '').replace(/\|$/, '')
  return inner.split('|').map((cell) => cell.trim())
}
