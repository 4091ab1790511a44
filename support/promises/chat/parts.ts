import type { AskedPart } from '#promises/shared/answers.checks'

interface Heading {
  readonly kind: 'markdown' | 'bold' | 'numbered'
  /** How deep it stands. */
  readonly level: number
  readonly at: number
  readonly name: string
  /** What stands in the same line. */
  readonly rest: string
  /** Whether nothing stands between it and the next of its kind, as in a table of contents. */
  readonly isBare: boolean
}

/** A heading, and a part that it may be the heading of. */
interface Naming {
  readonly heading: Heading
  readonly part: AskedPart
  /** How much else its name says. */
  readonly besides: number
}

const MARKDOWN = /^ {0,3}(#{1,6})\s+(.+)$/
const BOLD = /^ {0,3}(?:\d{1,2}[.)]\s+)?(?:\*\*(.+?)\*\*|__(.+?)__)\s*[:.–—-]?\s*(.*)$/
const NUMBERED = /^ {0,2}\d{1,2}[.)]\s+(.+?)(?:(?::|\s[-–—])(?:\s+(.*))?)?$/
/** A heading, and the line below it that makes it one. */
const UNDERLINED = /^ {0,3}([^\s|#>-][^\n|]*)\n {0,3}(?:={2,}|-{2,})[ \t]*$/gm
const SENTENCE = /[.;!?]$/

/**
 * The parts of a text, by their headings; a part without a heading is missing. Where markdown headings name parts,
 * no other line does; otherwise all are bold lines, or all numbered ones. The line that names a part best begins it.
 *
 * @returns the text of each part by its title, in the order in which they stand
 */
export function partsIn(text: string, asked: readonly AskedPart[]): Map<string, string> {
  const lines = text.replaceAll('\r\n', '\n').replace(UNDERLINED, '## $1\n').split('\n')
  const begins = begunByOneKind(headingsIn(lines).flatMap((heading) => namingsOf(heading, asked)))
  const ordered = begins.toSorted((one, other) => one.heading.at - other.heading.at)
  return new Map(
    ordered.map(({ part, heading: { at, rest } }, place) => {
      const body = [rest, ...lines.slice(at + 1, ordered[place + 1]?.heading.at ?? lines.length)]
      return [part.title, body.join('\n').trim()]
    }),
  )
}

function headingsIn(lines: readonly string[]): Heading[] {
  const headings = lines.flatMap((line, at) => headingOf(line, at) ?? [])
  return headings.map((heading, place) => {
    const next = headings.slice(place + 1).find(({ kind }) => kind === heading.kind)
    const between = lines.slice(heading.at + 1, next?.at)
    return { ...heading, isBare: heading.rest + between.join('').trim() === '' }
  })
}

function headingOf(line: string, at: number): Heading | undefined {
  const [, marks, title] = MARKDOWN.exec(line) ?? []
  const common = { at, level: marks?.length ?? 0, isBare: false }
  if (title !== undefined) return { ...common, kind: 'markdown', name: title, rest: '' }
  const [, starred, underscored, beside = ''] = BOLD.exec(line) ?? []
  const bold = starred ?? underscored
  if (bold !== undefined) return { ...common, kind: 'bold', name: bold, rest: beside }
  const [, name, rest = ''] = NUMBERED.exec(line.trimEnd()) ?? []
  // A numbered sentence is a point of a list.
  return name === undefined || SENTENCE.test(name) ? undefined : { ...common, kind: 'numbered', name, rest }
}

function namingsOf(heading: Heading, asked: readonly AskedPart[]): Naming[] {
  const name = plain(heading.name)
  return asked.flatMap((part) => {
    const word = [part.title, part.key].map(plain).find((words) => name.includes(words))
    return word === undefined ? [] : [{ heading, part, besides: name.length - word.length }]
  })
}

function begunByOneKind(namings: readonly Naming[]): Naming[] {
  const [markdown = [], bold = [], numbered = []] = (['markdown', 'bold', 'numbered'] as const).map((kind) =>
    namings.filter(({ heading }) => heading.kind === kind),
  )
  const levels = [1, 2, 3, 4, 5, 6].map((depth) => markdown.filter(({ heading }) => heading.level === depth))
  const level = mostBegun(levels)[0]?.heading.level ?? 0
  // What stands deeper belongs to the part that it stands in.
  const upper = markdown.filter(({ heading }) => heading.level <= level)
  const begun = bestOf(upper)
  return begun.length > 1 ? begun : mostBegun([upper, bold, numbered])
}

/** The first of those that begin the most parts. */
function mostBegun(groups: readonly (readonly Naming[])[]): Naming[] {
  return groups.map(bestOf).toSorted((one, other) => other.length - one.length)[0] ?? []
}

/** No part is begun twice, and no heading begins two. */
function bestOf(namings: readonly Naming[]): Naming[] {
  const sorted = namings.toSorted(
    (one, other) =>
      one.besides - other.besides ||
      Number(one.heading.isBare) - Number(other.heading.isBare) ||
      one.heading.at - other.heading.at,
  )
  const chosen: Naming[] = []
  for (const naming of sorted)
    if (!chosen.some(({ part, heading }) => part === naming.part || heading === naming.heading))
      chosen.push(naming)
  return chosen
}

/** Its words alone, each after a space. */
function plain(text: string): string {
  return ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')}`.replace('  ', ' ').trimEnd()
}
