/** How many seconds somebody has to wait, as an answer says: by their number, or by the moment when they are over. */
export function waitIn(headers: Readonly<Record<string, string>>): number | undefined {
  const value = headers['retry-after']
  if (value === undefined) return undefined
  if (!value.includes(':')) return Number(value)
  // Both moments are told by the same clock.
  const now = headers['date'] === undefined ? Date.now() : Date.parse(headers['date'])
  return Math.round((Date.parse(value) - now) / 1000)
}
