import { withoutNoFigures } from './no-figures.ts'

/** A name with a digit in it, such as `gpt-4o`, and what is written like one: no figure of any amount. */
const NAME = /(?<!\w)[A-Za-z_][\w.-]*\d[\w.-]*/g
const GROUPED = String.raw`\d{1,3}(?:[,'\u2019\u00a0\u2009\u202f]\d{3})+`
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
}
const FIGURE = new RegExp(
  String.raw`(?<![\w.,])(${GROUPED}(?:\.\d+)?|\d*\.\d+|\d+)(?:\s?(k|thousand|mn|million|m|bn|billion))?(?!\w)`,
  'gi',
)
const SEPARATORS = /[,'\u2019\u00a0\u2009\u202f]/g
/** Numbers that stand before the points of a list, or in the first column of a table. */
const ENUMERATORS = /^[ \t]*(?:[#>*-]+[ \t]*)?\(?\d{1,2}[.)](?=\s)|^[ \t]*\|[ \t]*\d{1,2}[.)]?[ \t]*(?=\|)/gm

const CURRENCY = String.raw`(?:US\$|[$€£]|USD|EUR|GBP|CHF)`
const AMOUNT = String.raw`\.?\d[\d.,']*(?:k|mn?|bn)?`
/** Where no name goes on, before an amount and after it; a range may. */
const [START, END] = [String.raw`(?<![\w.]|[a-z]-)`, String.raw`(?!\w|-(?!\d|${CURRENCY}))`]
const LED = new RegExp(`${START}(${CURRENCY})(?=${AMOUNT}${END})`, 'gi')
const FOLLOWED = new RegExp(`${START}(${AMOUNT})(?=${CURRENCY}${END})`, 'gi')
/** `1.234,50`, as the continent writes; points and a comma in this order mean nothing else. */
const CONTINENTAL = /(?<![\w.,])\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\w,])/g
const SPACED = new RegExp(
  String.raw`(${CURRENCY} ?)?(?<![\w.,])(\d{1,3}(?: \d{3})+)(?!,?\d)(\.\d| ?${CURRENCY}(?!\d))?`,
  'gi',
)

/** How plain spaces between figures are read: as the text tells, or all as in `250 000`, or all as in `2, 400`. */
type Reading = 'told' | 'joined' | 'apart'
const READINGS: readonly Reading[] = ['told', 'joined', 'apart']

/** A figure where it stands in a text. */
export interface PlacedFigure {
  readonly amount: number
  /** What stands between the figure before and this one, and between this one and the next. */
  readonly before: string
  readonly after: string
}

/** The figures in a text, however a person writes them: `$1,234.50` is 1234.5, and `2.2 million` 2200000. */
export function figuresIn(text: string): number[] {
  return placedFigures(text).map(({ amount }) => amount)
}

/** The same, each with the words around it. */
export function placedFigures(text: string, reading: Reading = 'told'): PlacedFigure[] {
  const plain = withoutNoFigures(text)
    .replaceAll('{,}', ',')
    .replace(CONTINENTAL, (figure) => figure.replaceAll('.', '').replace(',', '.'))
    .replace(ENUMERATORS, '')
    .replace(LED, '$1 ')
    .replace(FOLLOWED, '$1 ')
    .replace(NAME, ' ')
    .replace(SPACED, (all: string, before?: string, figure?: string, after?: string) => {
      const isOne = isOneFigure(figure ?? '', (before ?? after) !== undefined, reading)
      return isOne ? all.replaceAll(/(?<=\d) (?=\d)/g, '\u00a0') : all
    })
  const found = [...plain.matchAll(FIGURE)]
  return found.map(({ 0: all, 1: figure = '', 2: scale = '', index }, place) => {
    const amount = Number(figure.replace(SEPARATORS, '')) * (SCALES[scale.toLowerCase()] ?? 1)
    const last = found[place - 1]
    const before = plain.slice(last ? last.index + last[0].length : 0, index)
    const after = plain.slice(index + all.length, found[place + 1]?.index)
    return { amount: Math.round(amount * 1e6) / 1e6, before, after }
  })
}

/**
 * A plain space groups thousands in an amount of money, before decimals, in three groups or more, after one or two
 * figures, and before a group that begins with 0; `400 150 tokens` are two figures. Spaces that do not break always do.
 *
 * @param isMarked by a currency, or by decimals
 */
function isOneFigure(figure: string, isMarked: boolean, reading: Reading): boolean {
  if (reading !== 'told') return reading === 'joined'
  const [first = '', ...others] = figure.split(' ')
  return isMarked || others.length > 1 || first.length < 3 || others.some((group) => group.startsWith('0'))
}

/** Nobody is misled by a figure that is rounded to half a percent. */
const COARSEST = 1 / 200
/** And nobody has invented what is told in short, beside the amount itself or not: 13.7k for 13,652. */
const IN_SHORT = 1 / 100

/** Whether a figure is an amount, exactly or rounded as a person would round it, up or down where it lies between. */
export function isRounded(figure: number, amount: number, coarsest = COARSEST): boolean {
  const size = Math.abs(amount)
  const distance = Math.abs(figure - amount)
  // Less than half a cent, and less still where the amount is small: the machine's own inaccuracy.
  if (distance < Math.min(0.005, size / 1e4) || figure === amount) return true
  for (let unit = 0.01; unit <= size * coarsest; unit *= 10) {
    const isWhole = Math.abs(figure / unit - Math.round(figure / unit)) < 1e-4
    if (isWhole && distance <= (unit / 2) * (1 + 1e-6)) return true
  }
  return false
}

/** Whether a text states an amount. */
export function states(text: string, amount: number): boolean {
  return figuresIn(text).some((figure) => isRounded(figure, amount))
}

/** Numbers of the language itself: one, a dozen months, percent, and what prices are told for. */
const COMMON = [0, 1, 12, 100, 1_000, 1_000_000]

/** Figures in a text that nobody has given, in whatever way it can be read. @param given by the asker, or by a tool */
export function inventedIn(text: string, given: readonly number[]): number[] {
  const known = [...new Set([...given, ...COMMON])]
  const readings = READINGS.map((reading) =>
    placedFigures(text, reading).flatMap(({ amount: figure }) =>
      known.some((amount) => isRounded(figure, amount, IN_SHORT)) ? [] : [figure],
    ),
  )
  return readings.toSorted((one, other) => one.length - other.length)[0] ?? []
}

/** Every number in a value, also those in its texts. */
export function numbersWithin(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (typeof value === 'string') return figuresIn(value)
  if (Array.isArray(value)) return value.flatMap(numbersWithin)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersWithin) : []
}
