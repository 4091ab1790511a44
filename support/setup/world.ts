import { setDefaultTimeout, setWorldConstructor } from '@cucumber/cucumber'
import { BadSettings, readEnvironment } from '#target/environment'
import { readTarget } from '#target/settings'
import { PlatformWorld } from '#world/platform-world'

// A guard rail, not a wait: every wait inside a step has a shorter deadline of its own. Where an edge counts, many
// people wait minutes for their turns.
const LONGEST_STEP_MS = 180_000
const LONGEST_PACED_STEP_MS = 900_000

setDefaultTimeout(isPaced() ? LONGEST_PACED_STEP_MS : LONGEST_STEP_MS)
setWorldConstructor(PlatformWorld)

/** What was set wrong is told where the target is made ready. */
function isPaced(): boolean {
  try {
    return readTarget(readEnvironment()).edgeLimits !== undefined
  } catch (error) {
    if (error instanceof BadSettings) return false
    throw error
  }
}
