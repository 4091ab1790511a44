import { setDefaultTimeout, setWorldConstructor } from '@cucumber/cucumber'
import { PlatformWorld } from '#world/platform-world'

// A guard rail, not a wait: every wait inside a step has a shorter deadline of its own.
const LONGEST_STEP_MS = 180_000

setDefaultTimeout(LONGEST_STEP_MS)
setWorldConstructor(PlatformWorld)
