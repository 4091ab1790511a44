import { AccountableError } from '../support/errors/accountable.ts'
import { examine } from '../support/run/health.ts'
import type { Environment } from '../support/target/environment.ts'
import type { Health } from '../support/target/run-context.ts'
import { readTarget, type Target } from '../support/target/settings.ts'

/** A crowd would do harm there. The message is one line. */
class NoPlaceForACrowd extends AccountableError {
  readonly blames = 'suite'
  readonly code = 'NO_PLACE_FOR_A_CROWD'
}

/** There is nobody who could receive a crowd. The message is one line. */
class TargetIsDown extends AccountableError {
  readonly blames = 'target'
  readonly code = 'TARGET_IS_DOWN'
}

/** The target that the environment names, looked at once. @throws {AccountableError} where no crowd can be sent to it */
export async function readyTarget(environment: Environment): Promise<readonly [Target, Health]> {
  const target = readTarget(environment)
  if (target.edgeLimits) throw new NoPlaceForACrowd(`${target.name}: its edge limits, and would ban a crowd`)
  const health = await examine(target, (progress) => console.error(progress))
  const ill = health.services.find(({ state }) => state !== 'healthy' && state !== 'degraded')
  if (ill)
    throw new TargetIsDown(`${ill.service} is ${ill.state} at ${ill.address}: it answered ${ill.answer}`)
  return [target, health]
}
