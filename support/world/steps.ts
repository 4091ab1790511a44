import { Given as given, Then as then, When as when } from '@cucumber/cucumber'
import type { PlatformWorld } from './platform-world.ts'

type Define = <Parameters extends unknown[]>(
  phrase: string,
  body: (this: PlatformWorld, ...parameters: Parameters) => Promise<void> | void,
) => void

// Cast, not wrapped: `this` is typed, and failures still point at the step's own line.
/** Defines how things are before. */
export const Given = given as Define
/** Defines what somebody does. */
export const When = when as Define
/** Defines what is promised to come of it. */
export const Then = then as Define
