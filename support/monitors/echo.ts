import { parseJson } from '#contract/json'

/** Something that is told to somebody, and everything that she has said herself until then. */
export interface ToldText {
  readonly text: string
  /** An error may repeat what was said anywhere; everything else only as a value of its own. */
  readonly isError: boolean
  /** Addresses, bodies, tokens, frames. */
  readonly said: readonly string[]
}

/** Technical: shorter words stand in other texts by chance, and taken out they would hide what stands around them. */
const SHORTEST = 8
const TOKEN = /eyJ[\w-]+\.([\w-]+)\.[\w-]*/g
/** As the form of a page is sent. */
const FORM = /^[\w.*%+-]+=[\w.*%+-]*(&[\w.*%+-]+=[\w.*%+-]*)*$/
const OBJECT = /^\s*[{[]/
const QUOTE = /"(?:[^"\\]|\\.)*"/g

/** A text without what its receiver has said herself: told to her again, that shows her nothing. */
export function withoutEcho({ text, isError, said }: ToldText): string {
  const values = new Set(said.flatMap(valuesIn))
  if (!isError) return withoutValues(text, new Set([...values].map((value) => value.toLowerCase())))
  const long = [...values].filter(({ length }) => length >= SHORTEST).toSorted(byLength)
  // Whatever stands on both sides of it must not become one word.
  return long.reduce((rest, value) => rest.replaceAll(new RegExp(escape(value), 'gi'), ' '), text)
}

/** @param values in small letters: an address may come back in any case */
function withoutValues(text: string, values: ReadonlySet<string>): string {
  const strip = (json: string): string =>
    json.replace(QUOTE, (quoted) => {
      const value = String(parseJson(quoted))
      if (values.has(value.toLowerCase())) return '""'
      // What she has said in parts may be told to her as one text.
      return OBJECT.test(value) && parseJson(value) !== undefined ? JSON.stringify(strip(value)) : quoted
    })
  // What was put into a token that she is given is told to her by it, too.
  return strip(text).replace(TOKEN, (token, claims: string) => {
    const told = Buffer.from(claims, 'base64url').toString('utf8')
    return strip(told) === told ? token : strip(told).replaceAll('"', ' ')
  })
}

function byLength(one: string, other: string): number {
  return other.length - one.length
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Every value that somebody has said in a text: the whole, the parts of an address, of JSON, of a form, and of a token. */
function valuesIn(text: string): string[] {
  const tokens = [...text.matchAll(TOKEN)].flatMap(([token, claims = '']) => [token, ...claimsIn(claims)])
  return [text, ...partsOfAddress(text), ...leavesOf(parseJson(text)), ...fieldsOf(text), ...tokens]
}

function claimsIn(encoded: string): string[] {
  return leavesOf(parseJson(Buffer.from(encoded, 'base64url').toString('utf8')))
}

function partsOfAddress(text: string): string[] {
  if (!/^(https?|wss?):/.test(text) || !URL.canParse(text)) return []
  const { pathname, searchParams } = new URL(text)
  return [...pathname.split('/').map(plain), ...searchParams.values()].filter((part) => part !== '')
}

function fieldsOf(text: string): string[] {
  return FORM.test(text) ? [...new URLSearchParams(text).values()].filter((value) => value !== '') : []
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}
