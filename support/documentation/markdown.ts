/** What stands at the head of a page that is written by `npm run docs`. */
export const WRITTEN = '<!-- Written by `npm run docs`: change what it is made from, and write it again. -->'

/** A table. @param rows a cell for each heading; a bar inside a cell is taken care of */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, headings.map(() => '---'), ...rows.map((cells) => cells.map(inCell))]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Words that stand as they are written in code. */
export function code(words: string): string {
  return `\`${words}\``
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|')
}
