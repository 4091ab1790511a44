import type { AskedPart, GroundedQuestion } from './answers.checks.ts'
import { figuresIn } from './figures.ts'
import type { Person } from '#world/person'
import {
  describeAtListedPrice,
  describeWorkload,
  monthlyCostOf,
  monthlyUsageOf,
  newListedWorkload,
  newWorkload,
  type Workload,
} from './workload.ts'

/** Something asked about a workload of one's own, with figures that nobody has used before. */
export interface Assignment extends GroundedQuestion {
  /** The workload that it is about. */
  readonly facts: Workload
  /** What was asked for, one by one, where it was. */
  readonly parts: readonly AskedPart[]
}

const FIVE_PARTS: readonly AskedPart[] = [
  { title: 'usage profile', key: 'usage' },
  { title: 'cost estimate', key: 'cost' },
  { title: 'risks', key: 'risk' },
  { title: 'timeline with milestones', key: 'timeline' },
  { title: 'summary', key: 'summary' },
]

const SIX_PARTS: readonly AskedPart[] = [
  { title: 'risks', key: 'risk' },
  { title: 'good practice', key: 'practice' },
  { title: 'timeline with milestones', key: 'timeline' },
  { title: 'roles', key: 'role' },
  { title: 'mitigation', key: 'mitigation' },
  { title: 'executive summary with cost estimate', key: 'summary' },
]

const AUDIENCES = ['the callers', 'the engineers', 'the owners of the budget']

/** A question with one right answer. @param bird tells one workload of a person from another */
export function costQuestion(person: Person, bird?: string): Assignment {
  return assign(newWorkload(person, bird), 'What does it cost a month?')
}

/** The same about a workload at the listed price of its model, which is not told. */
export function listedCostQuestion(person: Person, bird?: string): Assignment {
  const facts = newListedWorkload(person, bird)
  return assignment(facts, `${describeAtListedPrice(facts)} What does it cost a month?`)
}

/** A question that takes several tools. */
export function broadQuestion(person: Person): Assignment {
  const wish = 'Profile its usage, compute what it costs a month, and compare where it would cost less.'
  return assign(newWorkload(person), wish)
}

/** Where a workload would cost less whose own prices nobody beats. @param bird tells one workload of a person from another */
export function cheapestQuestion(person: Person, bird: string): Assignment {
  const facts = { ...newWorkload(person, bird), inputPrice: 0.1, outputPrice: 0.2 }
  return assign(facts, 'Compare where it would cost less.')
}

/** Work of five parts. @param bird which of a person's workloads */
export function planOfFive(person: Person, bird?: string): Assignment {
  const wish = 'Work out how to run it for less, in five parts, and the timeline in weeks'
  return assign(newWorkload(person, bird), wish, FIVE_PARTS)
}

/** The business workflow of six parts that ends in a deliverable. @param bird which of a person's workloads */
export function migrationPlan(person: Person, bird?: string): Assignment {
  const wish = 'Plan its migration to another model, in six parts, and the timeline in weeks'
  return assign(newWorkload(person, bird), wish, SIX_PARTS)
}

/** Work that is long because it has many parts. @param bird which of a person's workloads */
export function longWork(person: Person, bird?: string): Assignment {
  const titles = SIX_PARTS.flatMap(({ title }) => AUDIENCES.map((audience) => `${title} for ${audience}`))
  const parts = titles.map((title) => ({ title, key: title }))
  return assign(newWorkload(person, bird), 'Plan its migration to another model, for everybody', parts)
}

/** What is asked in these words about a workload, with what is known of the answer. */
export function assignment(facts: Workload, text: string, parts: readonly AskedPart[] = []): Assignment {
  const known = { text, workload: facts.name, monthlyCost: monthlyCostOf(facts), given: figuresIn(text) }
  return { ...known, quantities: monthlyUsageOf(facts), facts, parts }
}

function assign(facts: Workload, wish: string, parts: readonly AskedPart[] = []): Assignment {
  const list = parts.map(({ title }, index) => `${index + 1}. ${title}`).join('; ')
  return assignment(facts, `${describeWorkload(facts)} ${wish}${list ? `: ${list}.` : ''}`, parts)
}
