import { isRounded, placedFigures, type PlacedFigure } from './figures.ts'

/** An amount, with what it is an amount of, and for how long. */
export interface Quantity {
  readonly amount: number
  readonly of: 'dollars' | 'requests' | 'tokens' | 'input tokens' | 'output tokens'
  readonly per: 'month' | 'year'
}

const NAMES: Readonly<Record<string, string>> = {
  second: 'second',
  minute: 'minute',
  hour: 'hour|hourly|hr|h',
  day: 'day|daily|d',
  week: 'week|weekly|wk',
  month: 'month|monthly|mo|mth',
  quarter: 'quarter|quarterly',
  year: 'year|yearly|annual|annually|annum|yr|y',
}
const EVERY = String.raw`(?:\b(?:a|an|per|each|every|one|this|the)\s+(?:(?:whole|full|single|calendar)\s+)?|/\s?)`
/** `monthly`, `a month`, `per calendar month`, `/mo`: how each period is spoken of. */
const PERIODS = Object.entries(NAMES).map(([period, names]) => {
  const adverbs = names.split('|').filter((name) => /(?:ly|annual)$/.test(name))
  const alone = adverbs.length > 0 ? String.raw`\b(?:${adverbs.join('|')})\b|` : ''
  return { period, spoken: new RegExp(String.raw`${alone}${EVERY}(?:${names})\b`, 'gi') }
})
/** Where what is said of a figure ends. A full stop after `p.a` or `approx` ends too early, and then nothing is said. */
const CLAUSE_END =
  /[,;.:(|\n]|\s[\u2012-\u2015-]\s|\b(?:and|but|or|while|whereas|which|that|compared|instead|against|from|down|up|at|for|with|about|i\.?e|then)\b/i
const CLAUSE_BEGIN = /^[\s\S]*(?:[,;.(|\n]|\b(?:and|but|or|while|whereas|which|then)\b)/i

const OTHER_MONEY = String.raw`[€£¥₹₽¢]|\b(?:EUR|GBP|CHF|JPY|CAD|AUD|CNY|INR)\b`
const OTHER_BEFORE = new RegExp(String.raw`(?:${OTHER_MONEY}|\b(?:C|CA|A|AU|NZ|HK|S)\$)\s*$`, 'i')
const OTHER_AFTER = new RegExp(
  String.raw`^[\s*_]*(?:${OTHER_MONEY}|(?:euros?|cents?|pounds?|sterling|francs?|yen|rupees?|percent)\b|%)`,
  'i',
)
const MONEY_BEFORE = /[$€£¥₹]\s*$|\b(?:USD|EUR|GBP|CHF)\s*$/i
const DOLLARS = /\$|(?<![a-z])USD(?![a-z])|\bdollars?\b/i

/** Whether a text says at all that it speaks of US dollars. */
export function speaksOfDollars(text: string): boolean {
  return DOLLARS.test(text)
}

/**
 * What a text tells of amounts that it states, in another unit or for another period than they have. A figure that says
 * neither is read as it was asked for.
 */
export function misreadings(text: string, quantities: readonly Quantity[]): string[] {
  return placedFigures(text).flatMap((figure) => {
    const meant = quantities.filter(({ amount }) => amount > 0 && isRounded(figure.amount, amount))
    const faults = meant.map((quantity) => faultOf(figure, quantity))
    // A figure may be two amounts by accident: it is read as the one that it suits.
    const [first] = faults
    return first !== undefined && faults.every(Boolean) ? [first] : []
  })
}

function faultOf(figure: PlacedFigure, { of, per, amount }: Quantity): string {
  const period = periodOf(figure)
  const unit = otherUnitOf(figure, of)
  const wrong = [unit, period === undefined || period === per ? '' : `by the ${period}`].filter(Boolean)
  return wrong.length > 0
    ? `${Math.round(amount * 100) / 100} ${of} a ${per} is told ${wrong.join(', ')}`
    : ''
}

/** The unit in which a figure is told, if it is another one. */
function otherUnitOf({ before, after }: PlacedFigure, of: Quantity['of']): string {
  if (of === 'dollars') {
    const other = OTHER_BEFORE.exec(before)?.[0] ?? OTHER_AFTER.exec(after)?.[0]
    return other === undefined ? '' : `in ${other.replace(/[*_]/g, '').trim()}`
  }
  const money = MONEY_BEFORE.exec(before)?.[0]
  if (money !== undefined) return `in ${money.trim()}`
  const unit = /^[\s*_]*((?:input |output )?tokens|requests)\b/i.exec(after)?.[1]?.toLowerCase()
  const isIt = unit === undefined || unit === of || (unit === 'tokens' && of !== 'requests')
  return isIt ? '' : `in ${unit}`
}

/** The period that a figure is told for: what follows it says so, or what leads up to it. */
function periodOf({ before, after }: PlacedFigure): string | undefined {
  const follows = after.split(CLAUSE_END)[0] ?? ''
  return periodsIn(follows)[0] ?? periodsIn(before.replace(CLAUSE_BEGIN, '')).at(-1)
}

/** The periods that a text speaks of, in its order. */
function periodsIn(text: string): string[] {
  const found = PERIODS.flatMap(({ period, spoken }) =>
    [...text.matchAll(spoken)].map(({ index }) => ({ period, index })),
  )
  return found.toSorted((one, other) => one.index - other.index).map(({ period }) => period)
}
