import { parseJson } from './json.ts'

/** Where errors say in words what is wrong, in whatever shape they come: the contract's, RFC 9457, a list of faults. */
const WORDS = /^(details?|messages?|msg|title|errors?|error_description|description|reason)$/
const FEWEST_LETTERS = 3
/** It is shown to people, by whoever stands in front of a service. */
const PAGE = /^\s*</

/** Whether the body of a refusal says in words what is wrong: by a field of it, or as plain text. */
export function saysWhy(body: string): boolean {
  const told = parseJson(body)
  const said = told === undefined ? body : told
  if (typeof said === 'string') return isWord(said) && !PAGE.test(said)
  return typeof said === 'object' && said !== null && hasWords(said)
}

/** Too large a body may be turned away by whoever stands in front, which shows a page: its number says why. */
const TOO_LARGE = 413

/** Whether a refusal says what is wrong: in words, or by a page that is shown in front of a service. */
export function explains(status: number, body: string): boolean {
  return saysWhy(body) || (status === TOO_LARGE && PAGE.test(body))
}

function isWord(text: string): boolean {
  return text.trim().length >= FEWEST_LETTERS
}

function hasWords(value: object): boolean {
  return Object.entries(value).some(([name, inner]: [string, unknown]) => {
    if (typeof inner === 'object' && inner !== null) return hasWords(inner)
    return typeof inner === 'string' && WORDS.test(name) && isWord(inner)
  })
}
