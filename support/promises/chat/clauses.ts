/** What a text says in one go. */
export interface Clause {
  /** The heading that it stands under, or the line that leads its list; empty without one. */
  readonly lead: string
  /** With all that has no subject or no verb of its own. */
  readonly whole: string
  /** The same, as it was put together. */
  readonly pieces: readonly string[]
}

const ITEM = /^\s*(?:[-•+*]|\d{1,2}[.)])\s+/
const HEADING = /^\s*(?:#{1,6}\s|(?:\*\*|__).*(?:\*\*|__):?\s*$)/
// A full stop inside a name ends no sentence.
const SENTENCE_END = /(?<=[.!?]["')\]]*)\s+/
const CLAUSE_END =
  /\s*;\s+|(?<=:)\s+|,\s+|\s+[–—-]\s+|\s+(?=(?:and|but|so|yet|while|whereas|because|although|though)\s)/i
const JOINT = /^(?:(?:and|but|so|yet|while|then|therefore|thus|also|still)\s+)+/i
const AUXILIARY = String.raw`(?:am|is|are|was|were|has|have|had|do|does|did|can|could|will|would|may|might|must|should|cannot|\w+n't)`
const VERB = new RegExp(
  String.raw`\b${AUXILIARY}\b|\b(?:contains?|exists?|goes|went|failed|shows?)\b|\b(?:I|we)(?:\s|'\w)`,
  'i',
)
/** What a piece begins with that only goes on with what was said before. */
const GOING_ON = new RegExp(String.raw`^(?:${AUXILIARY}|which|who|whose|to)\b`, 'i')

/** The clauses of a text, one after the other, in plain letters: no stress, no typographic apostrophe. */
export function clausesIn(text: string): Clause[] {
  const clauses: Clause[] = []
  let [lead, isHeaded, isFirst] = ['', false, false]
  for (const line of text.split('\n').filter((written) => written.trim() !== '')) {
    const said = lettersOf(line)
    const isHeading = HEADING.test(line)
    if (isHeading || said.endsWith(':')) {
      ;[lead, isHeaded, isFirst] = [said, isHeading, true]
      clauses.push(...clausesOf(said, ''))
      continue
    }
    // What leads a list is over when the list is.
    if (!isHeaded && !isFirst && !ITEM.test(line)) lead = ''
    isFirst = false
    clauses.push(...clausesOf(said, lead))
  }
  return clauses
}

function lettersOf(line: string): string {
  return line
    .replace(ITEM, '')
    .replace(/[’‘ʼ´＇]|(?<=\p{L})`(?=\p{L})/gu, "'")
    .replace(/[*`#|]|__/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function clausesOf(line: string, lead: string): Clause[] {
  return line.split(SENTENCE_END).flatMap((sentence) => {
    const clauses: string[][] = []
    for (const piece of sentence.split(CLAUSE_END)) {
      const last = clauses.at(-1)
      if (last && !(VERB.test(last.join(' ')) && standsAlone(piece))) last.push(piece)
      else clauses.push([piece])
    }
    return clauses.map((pieces) => ({ lead, whole: pieces.join(' '), pieces }))
  })
}

function standsAlone(piece: string): boolean {
  const said = piece.replace(JOINT, '')
  return VERB.test(said) && !GOING_ON.test(said)
}
