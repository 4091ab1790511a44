import { createHash } from 'node:crypto'
import { TOKEN } from '#wire/excerpt'
import { parseJson } from '#contract/json'
import { FIELDS, HEADERS } from './allow-list.ts'

/**
 * What is kept of what passed on the wire. Security code: only what the allow-list names is kept as it is;
 * of everything else only a fingerprint remains, by which two equal values can be told to be equal.
 */

/** Longer values prove nothing more, and cost time and room. */
const LONGEST_KEPT = 10_000

/** `[withheld: 43 characters, #9f2c]` */
export function fingerprint(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex')
  return `[withheld: ${text.length} characters, #${hash.slice(-4)}]`
}

/** Headers by their names; the value of one that is not listed is withheld. */
export function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers).map(([name, value]) => [name, redactHeader(name.toLowerCase(), value)])
  return Object.fromEntries(kept) as Record<string, string>
}

/** A body or frame; what is no JSON is withheld as a whole. */
export function redactText(text: string): string {
  if (text === '') return ''
  const value = parseJson(text)
  return value === undefined ? fingerprint(text) : JSON.stringify(redactValue(value, false))
}

/** An address; credentials, fragments, and parameters that are not listed, are withheld. */
export function redactUrl(address: string): string {
  if (address === '') return ''
  if (!URL.canParse(address)) return fingerprint(address)
  const url = new URL(address)
  const parameters = [...url.searchParams].map(([name, value]): [string, string] => [
    withoutTokens(name),
    FIELDS.has(name) ? redactParameter(value) : fingerprint(value),
  ])
  url.search = new URLSearchParams(parameters).toString()
  url.pathname = withoutTokens(url.pathname)
  if (url.hash) url.hash = fingerprint(url.hash)
  if (url.username || url.password) Object.assign(url, { username: 'withheld', password: '' })
  return url.href
}

/** A parameter may be an address itself, as `redirect_uri` is. */
function redactParameter(value: string): string {
  return /^https?:/.test(value) ? redactUrl(value) : withoutTokens(value)
}

function redactHeader(name: string, value: string): string {
  if (name === 'location') return redactUrl(value)
  return HEADERS.has(name) ? withoutTokens(value) : fingerprint(value)
}

/** Even where something may be kept, nothing that looks like a token is. */
export function withoutTokens(text: string): string {
  return text.replace(TOKEN, (token) => fingerprint(token))
}

/** @param kept whether the field that this stands in is listed; of objects, every field is looked up by itself */
function redactValue(value: unknown, kept: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => redactValue(item, kept))
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, inner]) => [
      withoutTokens(name),
      redactValue(inner, FIELDS.has(name)),
    ])
    return Object.fromEntries(fields) as object
  }
  if (typeof value === 'string') {
    return kept && value.length <= LONGEST_KEPT ? withoutTokens(value) : fingerprint(value)
  }
  return kept || typeof value !== 'number' ? value : fingerprint(String(value))
}
