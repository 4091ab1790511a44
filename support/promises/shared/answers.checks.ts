import { toolCallsIn, type ObservedRun } from '#contract/observed-run'
import { excerpt } from '#wire/excerpt'
import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { figuresIn, inventedIn, numbersWithin, states } from './figures.ts'
import { misreadings, speaksOfDollars, type Quantity } from './quantities.ts'

/** A question that has one right answer, known to whoever asks it. */
export interface GroundedQuestion {
  readonly text: string
  /** Its name in the question; the answer has to call it so, too. */
  readonly workload: string
  /** US dollars a month, computed by the suite itself. */
  readonly monthlyCost: number
  /** Every figure that stands in it. */
  readonly given: readonly number[]
  /** What else an answer may state of it, computed by the suite itself. */
  readonly quantities?: readonly Quantity[]
}

/** A part that was asked for: in these words, of which one is to be found in its heading. */
export interface AskedPart {
  readonly title: string
  readonly key: string
}

/** How the work on a question ended. */
export interface RunEnding {
  readonly outcome: 'answered' | 'failed'
  /** The answer, or what was said instead. */
  readonly text: string
}

/** A question and what came of it. */
export interface QuestionAndAnswer {
  readonly question: GroundedQuestion
  readonly ending: RunEnding
}

/** The answer is about the asker's own workload, and its figures are right: the amounts, their units and periods. */
export function groundedAnswer(slug: Slug, exchange: Seen<QuestionAndAnswer>): Check {
  return check(
    slug,
    "an answer that names the asker's workload and states what it costs, in dollars and by the right period",
    exchange,
    ({ question, ending }) => {
      const faults = groundedFaults(question, ending)
      return settle(faults.length === 0, { observed: describeFaults(faults, ending) })
    },
  )
}

/** What is wrong with an answer. */
export function groundedFaults(question: GroundedQuestion, { outcome, text: answer }: RunEnding): string[] {
  const { workload, monthlyCost } = question
  return [
    outcome === 'answered' ? '' : 'the work on it failed',
    answer.includes(workload) ? '' : `${workload} is not named`,
    unstated(answer, monthlyCost),
    ...misreadings(answer, quantitiesOf(question)),
  ].filter(Boolean)
}

const MONTHS = 12

/** Amounts that an answer may state, each with what it is. */
export function quantitiesOf({
  monthlyCost,
  quantities = [],
}: Pick<GroundedQuestion, 'monthlyCost' | 'quantities'>): Quantity[] {
  // A year's cost may be that of a month to the cent, twelve times.
  const years = [monthlyCost, Math.round(monthlyCost * 100) / 100].map((cost) => cost * MONTHS)
  return [
    { amount: monthlyCost, of: 'dollars', per: 'month' },
    ...years.map((amount) => ({ amount, of: 'dollars', per: 'year' }) as const),
    ...quantities,
  ]
}

function unstated(answer: string, monthlyCost: number): string {
  if (!states(answer, monthlyCost)) return `its cost, $${monthlyCost}, is not stated`
  return speaksOfDollars(answer) ? '' : `its cost, $${monthlyCost}, is not said to be in dollars`
}

/** What is wrong with an answer, and the beginning of what it says. */
export function describeFaults(faults: readonly string[], { text }: RunEnding): string {
  return [...faults, `"${excerpt(text, 200)}"`].join('; ')
}

/** Only figures that the asker or a tool has given. @param asked what the asker said, in this run and before */
export function noFigureInvented(
  slug: Slug,
  seen: Seen<{ run: ObservedRun; asked: readonly string[] }>,
): Check {
  return check(slug, 'only figures that the asker or a tool has given', seen, ({ run, asked }) => {
    const invented = inventedDuring(run, asked)
    const all = figuresIn(run.text).length
    const observed = invented.length > 0 ? `nobody gave ${invented.join(', ')}` : `all ${all} were given`
    return settle(invented.length === 0, { observed: `${observed}; "${excerpt(run.text, 120)}"` })
  })
}

/** Figures in an answer that neither its asker nor a tool has given. */
export function inventedDuring({ events, text }: ObservedRun, asked: readonly string[]): number[] {
  const computed = toolCallsIn(events).flatMap(({ parameters, result }) =>
    numbersWithin([parameters, result]),
  )
  return inventedIn(text, [...asked.flatMap(figuresIn), ...computed])
}

/** A message as a thread holds it. */
interface SaidMessage {
  readonly role: string
  readonly content: string
}

/** What was asked and answered in a thread, and what the thread holds. */
export interface ThreadContent {
  readonly exchanges: readonly QuestionAndAnswer[]
  readonly messages: readonly SaidMessage[]
}

/** The conversation holds these questions and answers, once each, in this order, and nothing else. */
export function threadHolds(slug: Slug, seen: Seen<ThreadContent>): Check {
  return check(slug, 'the question, then the answer, and nothing else', seen, ({ exchanges, messages }) => {
    const wanted = exchanges.flatMap(({ question, ending }) => [
      `user: ${question.text}`,
      `assistant: ${ending.text}`,
    ])
    const held = messages.map(({ role, content }) => `${role}: ${content}`)
    const holds = wanted.length === held.length && wanted.every((text, index) => text === held[index])
    const texts = held.map((text) => excerpt(text, 50)).join(' | ') || 'an empty conversation'
    const counts = held.length === wanted.length ? '' : ` (messages: ${held.length}, not ${wanted.length})`
    return settle(holds && wanted.length > 0, { observed: texts + counts })
  })
}
