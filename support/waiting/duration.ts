/** A length of time. Durations are values, so that no number is ever taken for the wrong unit. */
export interface Duration {
  readonly ms: number
}

/** So many thousandths of a second. */
export function milliseconds(ms: number): Duration {
  return { ms }
}

/** So many seconds. */
export function seconds(count: number): Duration {
  return { ms: count * 1000 }
}

/** As a person would say it: `250 ms`, `1.5 s`, `2 min`. */
export function formatDuration({ ms }: Duration): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${round(ms / 1000)} s`
  return `${round(ms / 60_000)} min`
}

/** A length of time as it is said: `250 ms`, `1.5 s`, `2 min`. @returns undefined for anything else */
export function parseDuration(text: string): Duration | undefined {
  const [, count, unit] = /^(\d+(?:\.\d+)?) (ms|s|min)$/.exec(text) ?? []
  return unit === undefined ? undefined : milliseconds(Number(count) * UNITS[unit as keyof typeof UNITS])
}

const UNITS = { ms: 1, s: 1_000, min: 60_000 } as const

function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}
