import type { GroundedQuestion } from '#expect/answers'
import type { Person } from '#world/person'
import { askAbout, newWorkload } from './workload.ts'

/** A piece of work of several parts. Each part is asked for, and looked for, by these words. */
export interface Assignment extends GroundedQuestion {
  readonly parts: readonly string[]
}

const FIVE_PARTS = ['usage profile', 'cost estimate', 'risks', 'timeline with milestones', 'summary']

const SIX_PARTS = [
  'risks',
  'good practice',
  'timeline with milestones',
  'roles',
  'mitigation',
  'executive summary with cost estimate',
]

/** Work of five parts. */
export function planOfFive(person: Person, bird?: string): Assignment {
  return assign(person, bird, 'Work out how to run it for less, in five parts', FIVE_PARTS)
}

/** The business workflow of six parts that ends in a deliverable. */
export function migrationPlan(person: Person, bird?: string): Assignment {
  return assign(person, bird, 'Plan its migration to another model, in six parts', SIX_PARTS)
}

function assign(
  person: Person,
  bird: string | undefined,
  wish: string,
  parts: readonly string[],
): Assignment {
  const list = parts.map((part, index) => `${index + 1}. ${part}`).join('; ')
  return { ...askAbout(newWorkload(person, bird), `${wish}: ${list}.`), parts }
}
