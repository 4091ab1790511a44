import { readFileSync } from 'node:fs'

const PAGE = 'docs/platform-contract.md'
const HEADING = /^## (\d)\. (.+)$/m
const METHOD = /\b(?:GET|POST|PUT|DELETE)\b/g
const NAMED = /^\| `(\w+)`/gm
const TABLE_HEAD = /^\|.*\|\n\|(?:-+\|)+$/gm
/** What stands in code stays as it is. */
const MARKS = /`([^`]*)`|\*/g
const PATH = /\/[^\s`?]*/

/** A section of the contract page. */
export interface ContractSection {
  readonly title: string
  /** What its address on the page ends with: `#2-auth-service`. */
  readonly anchor: string
  /** Its calls, each as `POST /auth/login`: without query and body. */
  readonly calls: readonly string[]
  /** What its tables name in their first cells: `pong`. */
  readonly names: readonly string[]
  /** Its words in one line, without marks of Markdown and the headings of tables. */
  readonly words: string
}

/** The numbered sections of `docs/platform-contract.md`, by number. */
export function contractSections(page = readFileSync(PAGE, 'utf8')): Map<number, ContractSection> {
  const [, ...pieces] = page.split(HEADING)
  const sections = new Map<number, ContractSection>()
  for (let at = 0; at < pieces.length; at += 3) {
    const [number = '', title = '', text = ''] = pieces.slice(at, at + 3)
    const anchor = `#${slug(`${number}. ${title}`)}`
    const names = [...text.matchAll(NAMED)].map(([, name = '']) => name)
    sections.set(Number(number), { title, anchor, calls: callsIn(text), names, words: wordsOf(text) })
  }
  return sections
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/\s/g, '-')
}

/** A row of a table of calls may name several methods of one path; in prose a call stands in one piece. */
function callsIn(text: string): string[] {
  const rows = text.split('\n').filter((line) => line.startsWith('| `'))
  const inProse = [...text.matchAll(/`((?:GET|POST|PUT|DELETE) \/[^`?]*)`/g)].map(([, call = '']) => call)
  const inRows = rows.flatMap((row) => {
    const call = row.split(' | ')[0] ?? ''
    const path = PATH.exec(call)?.[0]
    return path === undefined ? [] : (call.match(METHOD) ?? []).map((method) => `${method} ${path}`)
  })
  return [...new Set([...inRows, ...inProse])]
}

/** A text in one line, as it is read: without the marks of Markdown. */
function wordsOf(markdown: string): string {
  return markdown
    .replace(TABLE_HEAD, '')
    .replace(MARKS, '$1')
    .replaceAll('|', ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
