/** A name with a digit in it, such as `gpt-4o`, and what is written like one: no figure of any amount. */
const NAME = /(?<!\w)[A-Za-z_][\w.-]*\d[\w.-]*/g
const GROUPED = String.raw`\d{1,3}(?:[,' \u2019\u00a0\u2009\u202f]\d{3})+`
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
  String.raw`(?<![\w.,])(${GROUPED}(?:\.\d+)?|\d+(?:\.\d+)?)\s?(k|thousand|mn|million|m|bn|billion)?(?!\w)`,
  'gi',
)
const SEPARATORS = /[,' \u2019\u00a0\u2009\u202f]/g
/** Numbers that stand before the points of a list. */
const ENUMERATORS = /^[ \t]*(?:[#>*-]+[ \t]*)?\(?\d{1,2}[.)](?=\s)/gm

/** The figures in a text, however a person writes them: `$1,234.50` is 1234.5, and `2.2 million` 2200000. */
export function figuresIn(text: string): number[] {
  const plain = text.replace(ENUMERATORS, '').replace(NAME, ' ')
  return [...plain.matchAll(FIGURE)].map(([, figure = '', scale = '']) => {
    const amount = Number(figure.replace(SEPARATORS, '')) * (SCALES[scale.toLowerCase()] ?? 1)
    return Math.round(amount * 1e6) / 1e6
  })
}

/** Nobody is misled by a figure that is rounded to half a percent. */
const COARSEST = 1 / 200

/** Whether a figure is an amount, exactly or rounded as a person would round it, up or down where it lies between. */
export function isRounded(figure: number, amount: number): boolean {
  const size = Math.abs(amount)
  const distance = Math.abs(figure - amount)
  // Less than half a cent, and less still where the amount is small: the machine's own inaccuracy.
  if (distance < Math.min(0.005, size / 1e4) || figure === amount) return true
  for (let unit = 0.01; unit <= size * COARSEST; unit *= 10) {
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

/** Figures in a text that nobody has given. @param given by the asker, or by a tool */
export function inventedIn(text: string, given: readonly number[]): number[] {
  const known = [...new Set([...given, ...COMMON])]
  return figuresIn(text).filter((figure) => !known.some((amount) => isRounded(figure, amount)))
}

/** Every number in a value, also those in its texts. */
export function numbersWithin(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (typeof value === 'string') return figuresIn(value)
  if (Array.isArray(value)) return value.flatMap(numbersWithin)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersWithin) : []
}
