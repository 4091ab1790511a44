import { canonicalJson, parseJson } from './json.ts'

/** When it was said, and by what name it is found again: they differ each time, whatever an answer calls them. */
const FLEETING = /^((trace|request|correlation)[_-]?id|time(stamp)?)$/i

/** What a body says that is the same each time. */
export function withoutFleeting(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  const lasting = Object.entries(body).filter(([name]) => !FLEETING.test(name))
  return Object.fromEntries(lasting.map(([name, value]) => [name, withoutFleeting(value)]))
}

/** The same as text, in which fields have one order; a text that is no JSON as it is. */
export function lastingText(text: string): string {
  const body = parseJson(text)
  return body === undefined ? text : canonicalJson(withoutFleeting(body))
}
