import { createRequire } from 'node:module'
import { scenarioOf, type PlantedDefect } from './defect.ts'

/** A check that is to go red in a scenario; when all of them have, the rest of its story says nothing more. */
export interface AwaitedRed {
  readonly scenario: string
  readonly check: string
  /** What it must have seen. */
  readonly because: RegExp
}

/** What is looked at of Cucumber's own runner of one scenario. */
interface Runner {
  readonly world: {
    readonly hasBegun?: boolean
    readonly scenario: {
      readonly id: string
      readonly checks: { readonly results: readonly { id: string; status: string; observed?: string }[] }
    }
  }
}

/** Checks that every scenario makes are made when it ends: their stories are told whole. */
export function awaitedOf({ reddens }: PlantedDefect): AwaitedRed[] {
  const named = reddens.map((expectation) => ({ ...expectation, scenario: scenarioOf(expectation) }))
  const whole = named.filter(({ check }) => check.startsWith('ALWAYS.')).map(({ scenario }) => scenario)
  return named
    .filter(({ scenario }) => !whole.includes(scenario))
    .map(({ scenario, check, because }) => ({ scenario, check, because }))
}

const RUNNER = '@cucumber/cucumber/lib/runtime/test_case_runner'

interface Prototype {
  readonly isSkippingSteps: (this: Runner) => boolean
}

/**
 * Has a scenario end when everything that is awaited of it has gone red; what it has to take back is taken back.
 *
 * @param awaited what the run at hand waits for
 */
export function endWhenRed(awaited: () => readonly AwaitedRed[]): void {
  // Offered to CommonJS alone, as in support/run/going-on.ts, which has had its say by now.
  const { default: runner } = createRequire(import.meta.url)(RUNNER) as { default: { prototype: Prototype } }
  const { prototype } = runner
  const { isSkippingSteps } = prototype
  function isOver(this: Runner): boolean {
    return isSkippingSteps.call(this) || hasSpoken(this.world, awaited())
  }
  Object.assign(prototype, { isSkippingSteps: isOver })
}

function hasSpoken(world: Runner['world'], awaited: readonly AwaitedRed[]): boolean {
  if (world.hasBegun !== true) return false
  const { id, checks } = world.scenario
  const due = awaited.filter((one) => one.scenario === id)
  return due.length > 0 && due.every(({ check, because }) => isRed(checks.results, check, because))
}

function isRed(
  results: Runner['world']['scenario']['checks']['results'],
  id: string,
  because: RegExp,
): boolean {
  return results.some(
    (result) => result.id === id && result.status === 'failed' && because.test(result.observed ?? ''),
  )
}
