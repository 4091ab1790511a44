import { excerpt } from '#wire/excerpt'
import { groundedFaults, inventedDuring, type QuestionAndAnswer } from '#promises/shared/answers.checks'
import type { ObservedRun } from '#contract/observed-run'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { figuresIn } from '#promises/shared/figures'
import type { WatcherView } from '#promises/shared/watchers.checks'

/** What somebody was told of her own run and of others'. */
export interface ObservedWork extends WatcherView {
  /** Sequence numbers of what is on record of her run. */
  readonly record: readonly number[]
}

/** Each is told all of her own run, and nothing of another's. */
export function eachHearsAllOfHerOwn(seen: Seen<readonly ObservedWork[]>): Check {
  const expected = "every word of one's own work, and none of another's"
  return check('each-hears-all-of-her-own', expected, seen, (works) => {
    const told = works.map((work) => ({ work, faults: faultsIn(work) }))
    const observed = told.map(
      ({ work: { name, record }, faults }) => `${name}: ${faults.join(', ') || `all ${record.length} words`}`,
    )
    return settle(works.length > 1 && told.every(({ faults }) => faults.length === 0), {
      observed: observed.join('; '),
      leak: works.some(({ foreign }) => foreign.length > 0),
    })
  })
}

function faultsIn({ own, record, foreign, fence }: ObservedWork): string[] {
  const told = new Set(own.map(({ event }) => event.sequence))
  const missed = record.filter((number) => !told.has(number))
  return [
    missed.length > 0 || record.length === 0 ? `missed ${missed.length} of ${record.length}` : '',
    told.size > record.length - missed.length ? 'told more than is on record' : '',
    foreign[0] === undefined ? '' : `told ${foreign.length} words that are not hers, like ${foreign[0]}`,
    fence ? '' : 'her line is mute',
  ].filter(Boolean)
}

/** Everybody asked the same and is answered by her own figures, and by nobody else's. */
export function answeredFromOwnFigures(seen: Seen<readonly QuestionAndAnswer[]>): Check {
  const expected = "her own workload and its cost, and no other's"
  return check('answered-from-own-figures', expected, seen, (exchanges) => {
    const answers = exchanges.map(({ question, ending }) => {
      const others = exchanges.map((exchange) => exchange.question).filter((other) => other !== question)
      const traces = tracesOf(others, ending.text, question)
      return { about: question.workload, traces, faults: [...groundedFaults(question, ending), ...traces] }
    })
    const odd = answers.flatMap(({ about, faults }) =>
      faults.map((fault) => `asked about ${about}: ${fault}`),
    )
    return settle(exchanges.length > 1 && odd.length === 0, {
      observed: odd.join('; ') || `${exchanges.length} people, each by her own figures`,
      leak: answers.some(({ traces }) => traces.length > 0),
    })
  })
}

interface OwnWorkload {
  readonly workload: string
  readonly monthlyCost: number
}

/** One person asking about what only another one has told the agents. */
export interface Recollection {
  readonly asker: string
  readonly owner: string
  /** What came of it. */
  readonly told: ObservedRun
  /** What everybody but the asker has told the agents. */
  readonly others: readonly OwnWorkload[]
  /** What the owner was answered when she asked the same. */
  readonly ownersAnswer: QuestionAndAnswer
}

/** What one has told the agents is known to no other, and to herself. */
export function nothingRemembered(seen: Seen<readonly Recollection[]>): Check {
  return check('nothing-remembered-of-others', "nothing of another's is known", seen, (tries) => {
    const traces = tries.map(({ others, told }) => tracesOf(others, told.text))
    const odd = tries.flatMap(({ asker, owner, told }, index) =>
      [...(traces[index] ?? []), ...inventedIn(told)].map(
        (fault) => `${asker} asked about ${owner}'s: ${fault}; "${excerpt(told.text, 120)}"`,
      ),
    )
    const forgotten = tries.flatMap(({ owner, ownersAnswer: { question, ending } }) =>
      groundedFaults(question, ending).map((fault) => `${owner}: ${fault}`),
    )
    const [first] = tries
    return settle(tries.length > 1 && odd.length === 0 && forgotten.length === 0, {
      observed: odd.join('; ') || `asked ${tries.length} times: "${excerpt(first?.told.text ?? '', 120)}"`,
      control: forgotten.join('; ') || `its owner was told each time, ${tries.length} times`,
      leak: traces.some((found) => found.length > 0),
    })
  })
}

function inventedIn(run: ObservedRun): string[] {
  const invented = inventedDuring(run, [run.question])
  return invented.length > 0 ? [`nobody gave ${invented.join(', ')}`] : []
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
