import { blameOf } from '#errors/accountable'
import { FeatureFault } from '#errors/feature-fault'
import { NotAsPromised } from '#expect/not-as-promised'
import { cannotBeTested, isAbsence } from '#expect/seen'
import { PlatformWorld } from '#world/platform-world'
import type { LateErrors } from './late-errors.ts'

type Body = (...parameters: unknown[]) => unknown

/**
 * What every step and hook is run in: its late errors are its scenario's, what cannot be tested is skipped, and
 * what the target does not do becomes a finding.
 */
export function runStep(body: Body, lateErrors: LateErrors): Body {
  return function (this: unknown, ...parameters: unknown[]): unknown {
    if (!(this instanceof PlatformWorld)) return body.apply(this, parameters)
    return lateErrors.runAs(this, () => settleStep(this, () => body.apply(this, parameters)))
  }
}

async function settleStep(world: PlatformWorld, act: () => unknown): Promise<unknown> {
  try {
    return await act()
  } catch (error) {
    const isBroken = error instanceof NotAsPromised
    // What a step builds on may be what was broken before it: that it cannot be taken is nobody's fault of its own.
    const isLost = world.goesOn && !isBroken && !isAbsence(error)
    world.goesOn = isBroken && (world.goesOn || world.blamed.length === 0)
    if (isLost) return 'skipped'
    if (cannotBeTested(error)) {
      world.untestable ??= error.message
      return 'skipped'
    }
    if (isAbsence(error)) world.obstacles.push(error.message)
    world.blamed.push(blameOf(error))
    throw error instanceof FeatureFault ? error.at(world.place) : error
  }
}
