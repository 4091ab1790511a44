import { formatDuration } from '#waiting/duration'
import { groundedFaults, type QuestionAndAnswer } from '#promises/shared/answers.checks'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { describePhase, figuresOf, PHASES, type Phase, type Took } from './phases.checks.ts'

/** One person's way through the platform. */
export interface Passage {
  readonly name: string
  readonly took: Took
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
