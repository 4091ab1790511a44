import { excerpt } from '#wire/excerpt'
import { groundedFaults, type QuestionAndAnswer } from '#promises/shared/answers.checks'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { figuresIn } from '#promises/shared/figures'
import type { WatcherView } from '#promises/shared/watchers.checks'

/** What somebody was told of her own work and of others', and the numbers that are on record of it. */
export interface ObservedWork extends WatcherView {
  readonly record: readonly number[]
}

export function eachHearsAllOfHerOwn(seen: Seen<readonly ObservedWork[]>): Check {
  const expected = "every word of one's own work, and none of another's"
  return check('each-hears-all-of-her-own', expected, seen, (works) => {
    const told = works.map(({ name, own, record, foreign, fence }) => {
      const heard = new Set(own.map(({ event }) => event.sequence))
      const missed = record.filter((number) => !heard.has(number))
      const faults = [
        missed.length > 0 || record.length === 0 ? `missed ${missed.length} of ${record.length}` : '',
        heard.size > record.length - missed.length ? 'told more than is on record' : '',
        foreign[0] === undefined ? '' : `told ${foreign.length} words that are not hers, like ${foreign[0]}`,
        fence ? '' : 'her line is mute',
      ].filter(Boolean)
      return {
        text: `${name}: ${faults.join(', ') || `all ${record.length} words`}`,
        isWhole: faults.length === 0,
      }
    })
    const observed = told.map(({ text }) => text).join('; ')
    return settle(works.length > 1 && told.every(({ isWhole }) => isWhole), { observed })
  })
}

/** Everybody asked the same and is answered by her own figures, and by nobody else's. */
export function answeredFromOwnFigures(seen: Seen<readonly QuestionAndAnswer[]>): Check {
  return check(
    'answered-from-own-figures',
    "her own workload and its cost, and no other's",
    seen,
    (exchanges) => {
      const odd = exchanges.flatMap(({ question, ending }) => {
        const others = exchanges.filter((exchange) => exchange.question !== question)
        const faults = [
          ...groundedFaults(question, ending),
          ...tracesOf(others.map(workloadOf), ending.text, question),
        ]
        return faults.map((fault) => `asked about ${question.workload}: ${fault}`)
      })
      const observed = odd.join('; ') || `${exchanges.length} people, each by her own figures`
      return settle(exchanges.length > 1 && odd.length === 0, { observed })
    },
  )
}

interface OwnWorkload {
  readonly workload: string
  readonly monthlyCost: number
}

/** One person asking about what only another one has told the agents. */
export interface Recollection {
  readonly asker: string
  readonly owner: string
  /** What she was answered. */
  readonly told: string
  /** What everybody but herself has told the agents. */
  readonly others: readonly OwnWorkload[]
  /** Figures in the answer that nobody has given. */
  readonly invented: readonly number[]
  /** What was wrong when its owner asked the same. */
  readonly ownersFaults: readonly string[]
}

export function nothingRemembered(seen: Seen<readonly Recollection[]>): Check {
  return check('nothing-remembered-of-others', "nothing of another's is known", seen, (tries) => {
    const odd = tries.flatMap(({ asker, owner, told, others, invented }) => {
      const faults = tracesOf(others, told)
      if (invented.length > 0) faults.push(`nobody gave ${invented.join(', ')}`)
      return faults.map((fault) => `${asker} asked about ${owner}'s: ${fault}; "${excerpt(told, 120)}"`)
    })
    const forgotten = tries.flatMap(({ owner, ownersFaults }) =>
      ownersFaults.map((fault) => `${owner}: ${fault}`),
    )
    const observed = odd.join('; ') || `asked ${tries.length} times: "${excerpt(tries[0]?.told ?? '', 120)}"`
    const control = forgotten.join('; ') || `its owner was told each time, ${tries.length} times`
    return settle(tries.length > 1 && odd.length === 0 && forgotten.length === 0, { observed, control })
  })
}

function workloadOf({ question }: QuestionAndAnswer): OwnWorkload {
  return question
}

/** Half a cent, and the machine's own inaccuracy. */
const TO_THE_CENT = 0.005 + 1e-9
const MONTHS = 12

/** A month's cost and a year's, with and without the cents. */
function amountsOf({ monthlyCost }: OwnWorkload): number[] {
  return [monthlyCost, monthlyCost * MONTHS].flatMap((amount) => [amount, Math.round(amount * 10) / 10])
}

/**
 * What an answer says of workloads that are none of the asker's. A whole number may be anything; a figure with
 * cents in it, and not the asker's own, is no accident.
 *
 * @param own what she has told the agents herself
 */
function tracesOf(others: readonly OwnWorkload[], text: string, own?: OwnWorkload): string[] {
  const isOneOf = (amounts: readonly number[]) => (figure: number) =>
    amounts.some((amount) => Math.abs(figure - amount) <= TO_THE_CENT)
  const isOwn = isOneOf(own ? amountsOf(own) : [])
  const figures = figuresIn(text).filter((figure) => !Number.isInteger(figure) && !isOwn(figure))
  return others.flatMap((other) => [
    ...(text.includes(other.workload) ? [`it names ${other.workload}`] : []),
    ...(figures.some(isOneOf(amountsOf(other)))
      ? [`it states the cost of ${other.workload}, $${other.monthlyCost}`]
      : []),
  ])
}
