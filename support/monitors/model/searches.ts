import type { KnownThread } from './belongings.ts'
import { isBefore, type Window } from './window.ts'

/** Whether a search must find a thread: the words stand so, and whole, in its title, or in a message that is there. */
export function mustMatch({ title, messages }: KnownThread, q: string, look: Window): boolean {
  if (q === '') return true
  const titles = title.possibleAt(look).map(({ value }) => value)
  const said = messages.filter((message) => message.isCertain && isBefore(message, look))
  const holds = (text = ''): boolean =>
    text.toLowerCase().includes(q.toLowerCase()) && wordsOf(text).includes(wordsOf(q))
  return titles.every(holds) || said.some(({ content }) => holds(content))
}

/** Whether it may find it: any of the words may stand anywhere, if only their beginning. */
export function mayMatch({ title, messages }: KnownThread, q: string): boolean {
  const isUnknown = messages.some(({ content }) => content === undefined)
  const contents = messages.map(({ content }) => content ?? '')
  const texts = [...title.everWritten(), ...contents].join(' ').toLowerCase()
  const words = wordsOf(q).split(' ').filter(Boolean)
  return isUnknown || words.length === 0 || words.some((word) => texts.includes(word.slice(0, STEM)))
}

/** Of longer words, a search may look for the beginning alone. */
const STEM = 4

/** ` asha 7f3c heron `: words and nothing else, so that one is not found within another. */
function wordsOf(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `
}
