import { toolCallsIn, type ObservedRun } from '#contract/observed-run'
import { excerpt } from '#wire/excerpt'
import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import { together, type Seen } from '#expect/seen'
import { figuresIn, inventedIn, numbersWithin, states } from './figures.ts'

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

/** The answer is about the asker's own workload, and its figure is right. */
export function groundedAnswer(slug: Slug, exchange: Seen<QuestionAndAnswer>): Check {
  return check(
    slug,
    "an answer that names the asker's workload and states what it costs",
    exchange,
    ({ question, ending }) => {
      const faults = groundedFaults(question, ending)
      return settle(faults.length === 0, { observed: tell(faults, ending) })
    },
  )
}

/** Another question is answered otherwise, and as rightly. */
export function otherAnswer(
  slug: Slug,
  first: Seen<QuestionAndAnswer>,
  second: Seen<QuestionAndAnswer>,
): Check {
  return check(
    slug,
    'an answer of its own, about the other workload and not about the first',
    together(first, second),
    ([before, now]) => {
      const faults = [
        ...groundedFaults(now.question, now.ending),
        ...(now.ending.text === before.ending.text ? ['it is the same as the first'] : []),
        ...(now.ending.text.includes(before.question.workload) ? ['it speaks of the first workload'] : []),
      ]
      return settle(faults.length === 0, { observed: tell(faults, now.ending) })
    },
  )
}

/** What is wrong with an answer. */
export function groundedFaults(
  { text, workload, monthlyCost }: GroundedQuestion,
  ending: RunEnding,
): string[] {
  const given = ending.text
  return [
    ending.outcome === 'answered' ? '' : 'the work on it failed',
    given.includes(workload) ? '' : `${workload} is not named`,
    states(given, monthlyCost) ? '' : `its cost, $${monthlyCost}, is not stated`,
    given.includes(text) ? 'the question is repeated' : '',
  ].filter(Boolean)
}

function tell(faults: readonly string[], { text }: RunEnding): string {
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

export interface SaidMessage {
  readonly role: string
  readonly content: string
}

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
    const observed = held.map((text) => excerpt(text, 50)).join(' | ') || 'an empty conversation'
    return settle(holds && wanted.length > 0, { observed })
  })
}

/** What came of a message that was sent again and again under the same name. */
export interface Repetition {
  /** How often it was accepted, on the line and by call. */
  readonly acceptances: number
  /** The runs that it was accepted for. */
  readonly runs: readonly string[]
  /** How often the question, and an answer to it, stand in the conversation. */
  readonly questions: number
  readonly answers: number
  readonly outcome: string
}

export function answeredOnce(slug: Slug, seen: Seen<Repetition>): Check {
  return check(
    slug,
    'each sending accepted for the same run; one question and one answer kept',
    seen,
    ({ acceptances, runs, questions, answers, outcome }) => {
      const different = new Set(runs).size
      const observed = `accepted ${acceptances} times for ${different} runs (${outcome}); kept: ${questions} questions, ${answers} answers`
      const holds = different === 1 && questions === 1 && answers === 1 && outcome === 'answered'
      return settle(holds && acceptances === runs.length && acceptances > 2, { observed })
    },
  )
}
