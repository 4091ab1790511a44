import { NotTestable } from '#expect/check'
import { PlatformWorld } from '#world/platform-world'
import type { LateErrors } from './late-errors.ts'

type Body = (...parameters: unknown[]) => unknown

/** What every step and hook is run in: its late errors are its scenario's, and what cannot be tested is skipped. */
export function runStep(body: Body, lateErrors: LateErrors): Body {
  return function (this: unknown, ...parameters: unknown[]): unknown {
    if (!(this instanceof PlatformWorld)) return body.apply(this, parameters)
    return lateErrors.runAs(this, () => skipUntestable(this, body.apply(this, parameters)))
  }
}

async function skipUntestable(world: PlatformWorld, outcome: unknown): Promise<unknown> {
  try {
    return await outcome
  } catch (error) {
    if (!(error instanceof NotTestable)) throw error
    world.untestable ??= error.message
    return 'skipped'
  }
}
