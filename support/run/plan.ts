import type { Pickle } from '@cucumber/messages'
import { checksOf } from '#expect/catalogue'
import { taggedId } from './scenario-id.ts'

interface Planned {
  /** `AUTH-3`; undefined where no tag says it. */
  readonly id: string | undefined
  /** `features/authentication.feature:14` */
  readonly place: string
}

/**
 * Why these scenarios cannot be run as they are planned: one has no id, two have the same, or the catalogue lists no
 * check of one, so that nothing would have to be checked in it.
 *
 * @param scenarios that were selected
 * @returns one line: where they stand, what is wrong, what to do; undefined where nothing is
 */
export function findPlanFault(scenarios: readonly Pickle[]): string | undefined {
  const planned = scenarios.map((scenario) => ({ id: taggedId(scenario), place: placeOf(scenario) }))
  return findNameless(planned) ?? findTwins(planned) ?? findUnknown(planned)
}

function findNameless(planned: readonly Planned[]): string | undefined {
  const nameless = planned.filter(({ id }) => id === undefined)
  return faultAt(
    nameless,
    () => 'no tag says which promise this is: give it the next id of its feature, such as @AUTH-6',
  )
}

function findTwins(planned: readonly Planned[]): string | undefined {
  const twin = planned.find(({ id }, index) => planned.slice(index + 1).some((other) => other.id === id))
  const twins = planned.filter(({ id }) => twin && id === twin.id)
  return faultAt(twins, (id) => `more than one scenario is ${id}: give each an id of its own`)
}

function findUnknown(planned: readonly Planned[]): string | undefined {
  const unknown = planned.filter(({ id = '' }) => checksOf(id).length === 0)
  const advice = 'correct its tag, or list what it checks in support/expect/catalogue/'
  return faultAt(unknown, (id) => `the catalogue has no check of ${id}: ${advice}`)
}

/** @param fault of the first of them, by its id */
function faultAt([first, ...more]: readonly Planned[], fault: (id: string) => string): string | undefined {
  if (!first) return undefined
  const others = more.filter(({ id }) => id === first.id)
  return `${[first, ...others].map(({ place }) => place).join(', ')}: ${fault(first.id ?? '')}`
}

function placeOf({ uri, location }: Pickle): string {
  return location ? `${uri}:${location.line}` : uri
}
