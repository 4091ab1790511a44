import type { Capability } from '#contract/capabilities'
import { seconds, type Duration } from '#waiting/duration'
import type { EdgeLimits } from '#waiting/pacer'

/** The deployment that `TEST_ENV=staging` means when nothing else is said. */
export const REAL_STAGING = {
  STAGING_AUTH_URL: 'https://auth.staging.netrasystems.ai',
  STAGING_BACKEND_URL: 'https://api.staging.netrasystems.ai',
  STAGING_FRONTEND_URL: 'https://app.staging.netrasystems.ai',
  STAGING_WEBSOCKET_URL: 'wss://api.staging.netrasystems.ai/ws',
} as const

/** What a watcher of work is promised. */
export interface Promises {
  /** From the acceptance of a question to the first word of the work. */
  readonly firstWord: Duration
  /** The longest time without a word while work lasts. */
  readonly silence: Duration
  /** The share of people who come through when many come at once, 0 to 1. */
  readonly successUnderLoad: number
}

/** What is known of a deployment that does not say it of itself. */
export interface TargetDescription {
  readonly capabilities: readonly Capability[]
  readonly edgeLimits: EdgeLimits | undefined
  readonly promises: Promises
}

const BY_CONTRACT: Promises = { firstWord: seconds(2), silence: seconds(10), successUnderLoad: 1 }

/** Netra's own staging: one door for tests, and an edge that bans who asks too often (contract, section 7). */
const NETRA_STAGING: TargetDescription = {
  capabilities: ['oauth-simulation'],
  edgeLimits: { apiPerMinute: 1000, otherPerMinute: 100 },
  promises: { firstWord: seconds(15), silence: seconds(60), successUnderLoad: 0.75 },
}

const PLAIN: TargetDescription = { capabilities: [], edgeLimits: undefined, promises: BY_CONTRACT }

export function describeHost(host: string): TargetDescription {
  return host.endsWith('.netrasystems.ai') ? NETRA_STAGING : PLAIN
}
