import { parseJson } from './json.ts'

/** Where errors say in words what is wrong, in whatever shape they come: the contract's, RFC 9457, a list of faults. */
const WORDS = /^(details?|messages?|msg|title|errors?|error_description|description|reason)$/
const FEWEST_LETTERS = 3

/** Whether the body of a refusal says in words what is wrong. */
export function saysWhy(body: string): boolean {
  const said = parseJson(body)
  return typeof said === 'object' && said !== null && hasWords(said)
}

function hasWords(value: object): boolean {
  return Object.entries(value).some(([name, inner]: [string, unknown]) => {
    if (typeof inner === 'object' && inner !== null) return hasWords(inner)
    return typeof inner === 'string' && WORDS.test(name) && inner.trim().length >= FEWEST_LETTERS
  })
}
