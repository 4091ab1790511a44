import { excerpt } from '#wire/excerpt'
import type { CheckId } from './catalogue.ts'
import { check, settle, type Check } from './check.ts'
import { states } from './figures.ts'

/** A question that has one right answer, known to whoever asks it. */
export interface GroundedQuestion {
  readonly text: string
  /** Called by this name in the question; the answer has to call it so, too. */
  readonly workload: string
  /** US dollars a month, computed by the suite itself. */
  readonly monthlyCost: number
  /** Every figure that stands in it. */
  readonly given: readonly number[]
}

/** How the work on a question ended. */
export interface Ending {
  readonly outcome: 'answered' | 'failed'
  /** The answer, or what was said instead. */
  readonly text: string
}

/** A question and what came of it. */
export interface Exchange {
  readonly question: GroundedQuestion
  readonly ending: Ending
}

/** The answer is about the asker's own workload, and its figure is right. */
export function groundedAnswer(id: CheckId, exchange: () => Exchange | Promise<Exchange>): Check {
  return check(id, "an answer that names the asker's workload and states what it costs", async () => {
    const { question, ending } = await exchange()
    const { text, workload, monthlyCost } = question
    const given = ending.text
    const faults = [
      ending.outcome === 'answered' ? '' : 'the work on it failed',
      given.includes(workload) ? '' : `${workload} is not named`,
      states(given, monthlyCost) ? '' : `its cost, $${monthlyCost}, is not stated`,
      given.includes(text) ? 'the question is repeated' : '',
    ].filter(Boolean)
    return settle(faults.length === 0, { observed: [...faults, `"${excerpt(given, 200)}"`].join('; ') })
  })
}

export interface SaidMessage {
  readonly role: string
  readonly content: string
}

/** The conversation holds this question and this answer, once each, in that order, and nothing else. */
export function conversationHolds(
  id: CheckId,
  { question, ending }: Exchange,
  messages: readonly SaidMessage[],
): Check {
  return check(id, 'the question, then the answer, and nothing else', () => {
    const [first, second, ...more] = messages
    const holds =
      first?.role === 'user' &&
      first.content === question.text &&
      second?.role === 'assistant' &&
      second.content === ending.text &&
      more.length === 0
    const shown = messages.map(({ role, content }) => `${role}: ${excerpt(content, 40)}`)
    return settle(holds, { observed: shown.join(' | ') || 'an empty conversation' })
  })
}
