import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import { together, type Seen } from '#expect/seen'
import { describeFaults, groundedFaults, type QuestionAndAnswer } from '#promises/shared/answers.checks'

/** Another question is answered otherwise, and as rightly. */
export function otherAnswer(first: Seen<QuestionAndAnswer>, second: Seen<QuestionAndAnswer>): Check {
  const expected = 'an answer of its own, about the other workload and not about the first'
  return check('other-question-other-answer', expected, together(first, second), ([before, now]) => {
    const faults = [
      ...groundedFaults(now.question, now.ending),
      now.ending.text === before.ending.text ? 'it is the same as the first' : '',
      now.ending.text.includes(before.question.workload) ? 'it speaks of the first workload' : '',
    ].filter(Boolean)
    return settle(faults.length === 0, { observed: describeFaults(faults, now.ending) })
  })
}

/** What came of a message that was sent again and again under the same client message id. */
export interface Repetition {
  /** How often it was sent, live and by call. */
  readonly sendings: number
  /** The run of each acceptance. */
  readonly runs: readonly string[]
  /** The message of each acceptance by a call. */
  readonly messages: readonly string[]
  /** How many messages stand in another thread, into which it was sent as well. */
  readonly elsewhere: number
  /** How often the question, and an answer to it, stand in the thread. */
  readonly questions: number
  readonly answers: number
  readonly outcome: 'answered' | 'failed'
  /** What is wrong with another message that was sent by a call first, and then on the line. */
  readonly crossed: readonly string[]
  /** Whether the connection answered when all was over. */
  readonly fence: boolean
}

/** Each sending of a message is accepted for the same run, which answers it once. */
export function answeredOnce(slug: Slug, seen: Seen<Repetition>): Check {
  const expected = 'each sending accepted for the same run; one question and one answer kept'
  return check(slug, expected, seen, (repetition) => {
    const { sendings, runs, messages, questions, answers, elsewhere, outcome, crossed, fence } = repetition
    const different = new Set(runs).size
    const names = new Set(messages).size
    const kept = [
      `kept: ${questions} questions, ${answers} answers`,
      ...(elsewhere > 0 ? [`in another conversation ${elsewhere}`] : []),
      ...(names > 1 ? [`under ${names} names`] : []),
      ...crossed,
    ].join(', ')
    const observed = `accepted ${runs.length} times for ${different} runs (${outcome}); ${kept}`
    const isKeptOnce =
      questions === 1 && answers === 1 && elsewhere === 0 && names === 1 && crossed.length === 0
    const holds = different === 1 && isKeptOnce && outcome === 'answered'
    return settle(holds && runs.length === sendings && fence, {
      observed: fence ? observed : `${observed}; her line is mute`,
    })
  })
}
