/** From here on, a number counts milliseconds since 1970 and no seconds: it would be the year 5138. */
const MILLISECONDS_FROM = 1e11
const OFFSET = /(z|[+-]\d\d:?\d\d)$/i
const DATE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/

/** A moment in another notation than the contract's, in the contract's; undefined when it is none. */
export function momentIn(value: unknown): string | undefined {
  if (typeof value === 'number' && value > 0) return written(value < MILLISECONDS_FROM ? value * 1000 : value)
  if (typeof value !== 'string' || !DATE.test(value)) return undefined
  // Without an offset it is UTC: that is what the contract writes.
  return written(Date.parse(OFFSET.test(value) ? value : `${value}Z`))
}

function written(ms: number): string | undefined {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
