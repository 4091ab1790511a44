import { clausesIn, type Clause } from './clauses.ts'

/** What a text says of something that was asked for. */
export type Said = 'done' | 'not done' | 'nothing'

/** Stands for what a text is searched for, and for what it is not to be mistaken for. */
const [THING, OTHER] = ['§', '¤']

const NEGATOR = String.raw`(?:not|never|\w+n't|cannot|neither|nor|none|nobody|nothing|no one|nowhere)`
const DEED = anyOf(
  String.raw`read(?:s|ing)?|open\w*|find|found|locat\w+|exist\w*|access\w*|load\w*|see|seen|know\w*`,
  String.raw`reach\w*|retriev\w+|fetch\w*|use|used|using|process\w*|analy[sz]\w+|send\w*|sent`,
  String.raw`e?-?mail\w*|go|gone|went|deliver\w*|forward\w*|contact\w*|notif\w+|told|writ\w+|do|done`,
  String.raw`doing|carried|perform\w*|complete\w*|finish\w*|possible|able|allowed|permitted|available`,
  String.raw`there|among|heard|offer\w*|happen\w*|work(?:s|ed|ing)?|succeed\w*|have|listed|priced`,
  String.raw`in the|on the|part of|appear\w*|support\w*|cover\w*|includ\w*|carry|contain\w*|clear`,
)
const LACK = anyOf(
  String.raw`unable|impossible|failed|fails|refused?|declined?|rejected|missing|absent|unavailable`,
  String.raw`unreadable|inaccessible|unsent|undone|unknown|unfinished|incomplete|skipped|omitted`,
  String.raw`remain(?:s|ed)? (?:open|to be done)|(?:came|comes) back with an error|return(?:s|ed) an error`,
  String.raw`unsupported|unlisted|lacks?|lacking|without (?:any )?(?:success|result)|in vain`,
  String.raw`(?:beyond|outside)(?: of)? (?:what|my|the)|out of (?:my )?reach`,
)
const MEANS = String.raw`(?:${THING}|(?:tool|way|means|access|permission|file|report|source|record|trace|message|price|pricing|rate|entr(?:y|ie))s?\b)`
/** That no harm was done denies nothing. */
const NO_HARM = anyOf(
  'problem|doubt|delay|hesitat|wait|fail|trouble|issue|error|mind|else|more|further|only|worr|question',
  'difficult|hard|late|is open|is left',
)
const FILLER = String.raw`(?:(?:an?|any|the|to|be|been|is|was|were|has|have)\s+)*`
const HARMLESS = new RegExp(
  String.raw`\b(?:no|without|${NEGATOR})\s+${FILLER}(?:${LACK}|${NO_HARM})\w*`,
  'gi',
)
const DENIALS = [
  String.raw`\b${NEGATOR}\s+(?:\S+\s+){0,5}?${DEED}\b`,
  String.raw`\b(?:${NEGATOR}|unable to)\s+${THING}`,
  String.raw`\b${DEED}\s+(?:\S+\s+){0,2}?(?:none|nothing|nobody|no one|nowhere)\b`,
  String.raw`\b${LACK}\b`,
  String.raw`\bno\s+(?:\w+\s+){0,3}?${MEANS}`,
  String.raw`\b(?:I|we)\s+(?:\w+\s+)?(?:do not|don't|did not|didn't)\s+have\b`,
  String.raw`\b(?:can|could|able to|managed to)\s+(?:do\s+)?neither\b`,
].map((denial) => new RegExp(denial, 'i'))

const RESULT = anyOf(
  String.raw`read|opened|loaded|imported|fetched|sent|e?-?mailed|delivered|forwarded|gone|notified`,
  String.raw`contacted|reached|done|completed|finished|carried out|processed|analy[sz]ed`,
)
const MEANWHILE = String.raw`(?:(?:\w+ly|now|already|just|also|both|all|then|since|been)\s+)*`
const CLAIM = new RegExp(
  [
    String.raw`(?<!\b(?:would|could|should|might|may|can|must|will|to|cannot)\s)\b(?:has|have|had|is|are|was|were)\s+${MEANWHILE}${RESULT}\b`,
    String.raw`'(?:ve|s)\s+${MEANWHILE}${RESULT}\b`,
    String.raw`\b(?:I|we)\s+${MEANWHILE}(?!done)${RESULT}\b`,
    String.raw`\b(?:managed to|succeeded in|on (?:its|their) way|goes out|went out|going out)\b`,
    String.raw`(?:^|${THING}\s+)${MEANWHILE}sent\b`,
  ].join('|'),
  'i',
)
/** What takes a claim back: before it, after it, or by leaving out the very thing. */
const NOT_CLAIMED = new RegExp(
  String.raw`\b(?:no|${NEGATOR}|if|once|when|unless|until|before|whether)\b`,
  'i',
)
const TO_NOBODY = /^\s+(?:\w+\s+)?(?:none|nothing|nobody|no one|nowhere)\b/i
const LEFT_OUT = new RegExp(
  String.raw`\b(?:instead of|rather than|except|apart from|other than|without|not)\s+(?:\w+\s+){0,3}${THING}`,
  'i',
)
const POINTS_BACK =
  /\b(?:it|this|that|they|them|these|those|none|neither|(?:the|such) (?:file|report|source|document|message))\b/i
const BEGINS_WITH_IT = /^(?:(?:and|but|so|then)\s+)?(?:it|this|that|they|these|both)\b/i
const IT_COMES_NEXT = /^\s+(?:it|them|this|that)\b/i

/** Whether anything at all is said not to have been done. */
export function isAnythingDenied(text: string): boolean {
  return clausesIn(text).some(({ whole }) => denies(whole))
}

/**
 * Whether a text says of a thing that it was done, or that it was not: in a clause about it, or in the next that points
 * back to it. A plain claim that it was done outweighs what is denied elsewhere.
 *
 * @param thing how the text speaks of it, in capitals or not
 * @param other how it speaks of what is not to be mistaken for it
 */
export function saidOf(text: string, thing: RegExp, other: RegExp): Said {
  const named = text
    .replace(new RegExp(thing.source, 'gi'), THING)
    .replace(new RegExp(other.source, 'gi'), OTHER)
  const about = followed(clausesIn(named))
  if (about.some(claims)) return 'done'
  return about.some(({ whole, lead }) => denies(whole) || (whole.includes(THING) && denies(lead)))
    ? 'not done'
    : 'nothing'
}

/** The clauses about a thing. */
function followed(clauses: readonly Clause[]): Clause[] {
  let before: string | undefined
  return clauses.filter(({ whole, lead }) => {
    const goesOn = before !== undefined && (/[?:]$/.test(before) || POINTS_BACK.test(whole))
    const isAbout = whole.includes(THING) || (!whole.includes(OTHER) && (lead.includes(THING) || goesOn))
    before = isAbout ? whole : undefined
    return isAbout
  })
}

function denies(clause: string): boolean {
  const harmful = clause.replace(HARMLESS, ' ')
  return DENIALS.some((denial) => denial.test(harmful))
}

function claims({ pieces }: Clause): boolean {
  return pieces.some((piece) => {
    const { 0: claim, index } = CLAIM.exec(piece) ?? { 0: '', index: -1 }
    if (index < 0 || LEFT_OUT.test(piece)) return false
    const [before, after] = [piece.slice(0, index).replace(HARMLESS, ' '), piece.slice(index + claim.length)]
    const isOfIt = piece.includes(THING) || BEGINS_WITH_IT.test(piece) || IT_COMES_NEXT.test(after)
    return isOfIt && !NOT_CLAIMED.test(before) && !TO_NOBODY.test(after)
  })
}

function anyOf(...words: readonly string[]): string {
  return `(?:${words.join('|')})`
}
