import { isDeepStrictEqual } from 'node:util'
import type { AgentEvent } from '#contract/frames'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { groundedFaults, type QuestionAndAnswer } from '#promises/shared/answers.checks'
import { excerpt } from '#wire/excerpt'

/** A question and a title in words of many writings, and all that was told, kept and found of them. */
export interface WordsAndWhatCame {
  readonly exchange: QuestionAndAnswer
  readonly title: { readonly asked: string; readonly kept: readonly string[] }
  /** What the thread holds. */
  readonly messages: readonly string[]
  /** What the tools were given. */
  readonly given: readonly unknown[]
  /** Whether a search by words of the title, and of the message, has found the thread: as they stand, and in capitals. */
  readonly found: readonly boolean[]
  readonly told: readonly AgentEvent[]
  readonly replayed: readonly AgentEvent[]
  /** What was wrong with the replay. */
  readonly faults: readonly string[]
}

/** What is looked for, in this order. */
const SOUGHT = ['the title', 'the message', 'the title in capitals', 'the message in capitals'].map(
  (where) => `words of ${where}`,
)

/** Words in any writing, and as many as a message may have, are kept, told, found and replayed to the letter. */
export function toTheLetter(seen: Seen<WordsAndWhatCame>): Check {
  const expected = 'answered, and the title and every word as they were written, wherever they are told again'
  return check('words-kept-to-the-letter', expected, seen, (came) => {
    const { exchange, title, messages, given, found } = came
    const { text, workload } = exchange.question
    const [question = 'nothing', answer = 'nothing', ...more] = messages
    const changed = title.kept.filter((kept) => kept !== title.asked)
    const faults = [
      ...groundedFaults(exchange.question, exchange.ending),
      title.kept.length > 1 && changed.length === 0 ? '' : `the title is "${changed[0] ?? 'not listed'}"`,
      question === text
        ? ''
        : `the question is kept as ${question.length} characters, ${differenceOf(text, question)}`,
      answer === exchange.ending.text && more.length === 0
        ? ''
        : `the answer is kept as "${excerpt(answer, 80)}"`,
      given.every((parameters) => isAbout(workload, parameters)) ? '' : 'a tool was given another name',
      ...SOUGHT.map((what, place) => (found[place] === true ? '' : `${what} do not find it`)),
      ...replayFaultsOf(came),
    ].filter(Boolean)
    const observed = faults.join('; ') || `${text.length} characters, kept and told to the letter`
    return settle(faults.length === 0, { observed })
  })
}

function differenceOf(asked: string, kept: string): string {
  const at = [...asked].findIndex((letter, index) => letter !== [...kept.slice(0, asked.length)][index])
  return at < 0 ? 'longer' : `other than asked from "${excerpt([...asked].slice(at).join(''), 20)}" on`
}

function isAbout(workload: string, parameters: unknown): boolean {
  const name = (parameters as { workload?: unknown } | null)?.workload
  return name === undefined || name === workload
}

function replayFaultsOf({ told, replayed, faults }: WordsAndWhatCame): string[] {
  const isSame = isDeepStrictEqual(told, replayed)
  return [...faults, isSame ? '' : `replayed otherwise: ${replayed.length} words for ${told.length}`]
}
