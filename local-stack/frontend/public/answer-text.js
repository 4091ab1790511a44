import { html } from './html.js'

const HEADING = /^(#{1,6})\s+(.*)$/
const ITEM = /^\s*(?:[-*]|\d+[.)])\s+(.*)$/
const INLINE = /(\*\*[^*]+\*\*|`[^`]+`)/

/** An answer in light Markdown: headings, lists, paragraphs, bold and code. */
export function AnswerText({ text }) {
  return toBlocks(text).map(renderBlock)
}

function toBlocks(text) {
  const blocks = []
  let open
  for (const line of text.split('\n')) {
    const { kind, level, content } = readLine(line)
    if (kind === 'blank') open = undefined
    else if (kind === 'heading' || kind !== open?.kind)
      blocks.push((open = { kind, level, lines: [content] }))
    else open.lines.push(content)
  }
  return blocks
}

function readLine(line) {
  if (line.trim() === '') return { kind: 'blank' }
  const [, hashes, heading] = HEADING.exec(line) ?? []
  if (hashes) return { kind: 'heading', level: hashes.length, content: heading }
  const [, item] = ITEM.exec(line) ?? []
  if (item !== undefined) return { kind: /^\s*\d/.test(line) ? 'numbers' : 'points', content: item }
  return { kind: 'paragraph', content: line }
}

function renderBlock({ kind, level, lines }) {
  if (kind === 'heading') return html`<${level > 2 ? 'h4' : 'h3'}>${inline(lines[0])}<//>`
  if (kind === 'paragraph') return html`<p>${inline(lines.join(' '))}</p>`
  return html`<${kind === 'numbers' ? 'ol' : 'ul'}>${lines.map((line) => html`<li>${inline(line)}</li>`)}<//>`
}

function inline(text) {
  return text.split(INLINE).map((piece) => {
    if (piece.startsWith('**') && piece.length > 4) return html`<strong>${piece.slice(2, -2)}</strong>`
    if (piece.startsWith('`') && piece.length > 2) return html`<code>${piece.slice(1, -1)}</code>`
    return piece
  })
}
