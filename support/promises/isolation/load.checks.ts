import { createHistogram, type RecordableHistogram } from 'node:perf_hooks'
import { PROMISED } from '#contract/promises'
import { formatDuration, type Duration } from '#waiting/duration'
import { groundedFaults, type QuestionAndAnswer } from '#promises/shared/answers.checks'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** What everybody does, in this order. */
export const PHASES = ['registers', 'connects', 'hears the first word', 'is answered', 'reads back'] as const
/** One of the things that everybody does. */
export type Phase = (typeof PHASES)[number]

const BUDGETS: Readonly<Record<Phase, Duration>> = {
  registers: PROMISED.authentication,
  connects: PROMISED.connection,
  'hears the first word': PROMISED.connection,
  'is answered': PROMISED.complexChat,
  'reads back': PROMISED.complexChat,
}

/** One person's way through the platform. */
export interface Passage {
  readonly name: string
  /** Milliseconds, of each phase that was come through. */
  readonly took: Readonly<Partial<Record<Phase, number>>>
  readonly end: PassageEnd
}

/** What ended it early; or what was asked and answered, and what of it the thread holds. */
export type PassageEnd =
  { readonly obstacle: string } | { readonly exchange: QuestionAndAnswer; readonly kept: readonly string[] }

/** Where somebody did not come through, and why: `registers: it answered 500`; undefined when she did. */
export function faultIn({ took, end }: Passage): string | undefined {
  const faults = 'obstacle' in end ? [end.obstacle] : faultsOf(end)
  if (faults.length === 0) return undefined
  const reached = PHASES.find((phase) => took[phase] === undefined) ?? 'all of it'
  return `${reached}: ${faults.join(', ')}`
}

function faultsOf({
  exchange: { question, ending },
  kept,
}: Exclude<PassageEnd, { obstacle: string }>): string[] {
  const isKept = kept.length === 2 && kept[1] === ending.text
  return [...groundedFaults(question, ending), ...(isKept ? [] : ['the conversation holds something else'])]
}

/** How long a phase took, over everybody, and how long it may take: milliseconds. */
export interface PhaseFigures {
  readonly phase: Phase
  readonly people: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly longest: number
  readonly budgetMs: number
}

/** Whether as many came through as were promised; of nobody, nobody did. @param promised the share of people, 0 to 1 */
export function enoughSucceed(passages: readonly Passage[], promised: number): boolean {
  const well = passages.filter((passage) => faultIn(passage) === undefined).length
  return passages.length > 0 && well / passages.length >= promised
}

/** As many come through as were promised. @param promised the share of people, 0 to 1 */
export function crowdSucceeds(promised: number, seen: Seen<readonly Passage[]>): Check {
  const expected = promised === 1 ? 'everybody' : `${Math.round(promised * 100)} % at least`
  return check('crowd-succeeds', `${expected}, from the door to the answer`, seen, (passages) => {
    const faults = passages.flatMap((passage) => {
      const fault = faultIn(passage)
      return fault === undefined ? [] : [`${passage.name} ${fault}`]
    })
    const well = passages.length - faults.length
    const [first = 'nobody failed'] = faults
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''
    const observed = `${well} of ${passages.length}; ${first}${more}`
    return settle(enoughSucceed(passages, promised), { observed })
  })
}

/** All but the slowest in a hundred are through every phase within its budget. */
export function phasesInBudget(seen: Seen<readonly Passage[]>): Check {
  return check('phases-in-budget', 'p99 of every phase within its budget', seen, (passages) => {
    const figures = figuresOf(passages)
    const odd = figures.filter(({ people, p99, budgetMs }) => people === 0 || p99 > budgetMs)
    const observed = [...(odd.length > 0 ? odd : figures).map(describePhase), describeSlowest(passages)].join(
      '; ',
    )
    return settle(odd.length === 0, { observed })
  })
}

/** HdrHistogram, as Node has it built in: three significant figures, in microseconds. */
const HISTOGRAM = { lowest: 1, highest: 3_600_000_000, figures: 3 }

/** How long each phase took, over everybody who came through it. */
export function figuresOf(passages: readonly Passage[]): PhaseFigures[] {
  return PHASES.map((phase) => {
    const times = passages.flatMap(({ took }) => took[phase] ?? [])
    const histogram = createHistogram(HISTOGRAM)
    for (const ms of times) histogram.record(inRange(ms))
    const known = { phase, people: times.length, budgetMs: BUDGETS[phase].ms, longest: Math.max(0, ...times) }
    const [p50, p95, p99] = [50, 95, 99].map((percent) => Math.min(known.longest, at(histogram, percent)))
    return { ...known, p50, p95, p99 } as PhaseFigures
  })
}

/** What lies outside would not be counted at all. */
function inRange(ms: number): number {
  return Math.min(HISTOGRAM.highest, Math.max(HISTOGRAM.lowest, Math.round(ms * 1000)))
}

function at(histogram: RecordableHistogram, percentile: number): number {
  return histogram.count === 0 ? 0 : histogram.percentile(percentile) / 1000
}

function describePhase({ phase, people, p50, p95, p99, budgetMs }: PhaseFigures): string {
  const [half, most, nearlyAll, budget] = [p50, p95, p99, budgetMs].map((ms) => formatDuration({ ms }))
  return people === 0
    ? `nobody ${phase}`
    : `${phase}: p50 ${half}, p95 ${most}, p99 ${nearlyAll} of ${budget}`
}

/** What somebody has waited for longest, in milliseconds; undefined when she came through nothing. */
export function slowestOf({ name, took }: Passage): { name: string; phase: Phase; ms: number } | undefined {
  const times = PHASES.flatMap((phase) =>
    took[phase] === undefined ? [] : [{ name, phase, ms: took[phase] }],
  )
  return longest(times)
}

function longest<Time extends { readonly ms: number }>(times: readonly Time[]): Time | undefined {
  return times.reduce<Time | undefined>((one, other) => (one && one.ms >= other.ms ? one : other), undefined)
}

/** Who has waited longest of all, and for what. */
function describeSlowest(passages: readonly Passage[]): string {
  const worst = longest(passages.flatMap((passage) => slowestOf(passage) ?? []))
  return worst
    ? `slowest: ${worst.name} ${worst.phase}, ${formatDuration(worst)}`
    : 'nobody came through anything'
}
