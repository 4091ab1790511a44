import type { Capability } from '#contract/capabilities'
import { PROMISED, TOLERANCE } from '#contract/promises'
import { seconds, type Duration } from '#waiting/duration'
import type { EdgeLimits } from '#waiting/pacer'

/** The deployment that `TEST_ENV=staging` means when nothing else is said. */
export const REAL_STAGING = {
  STAGING_AUTH_URL: 'https://auth.staging.netrasystems.ai',
  STAGING_BACKEND_URL: 'https://api.staging.netrasystems.ai',
  STAGING_FRONTEND_URL: 'https://app.staging.netrasystems.ai',
  STAGING_WEBSOCKET_URL: 'wss://api.staging.netrasystems.ai/ws',
} as const

/** What is promised in time, and to how many. */
export interface Promises {
  /** From the acceptance of a message to the first event of its run. */
  readonly firstEvent: Duration
  /** The longest time without an event while a run lasts. */
  readonly silence: Duration
  /** From the end of a session to the close of its connections. */
  readonly connectionClose: Duration
  /** From asking a run to stop to its terminal event. */
  readonly runStop: Duration
  /** The share of people who come through when many come at once, 0 to 1. */
  readonly successUnderLoad: number
}

/** How long we wait for a target. No promise of it: what it promises is seen to be late, and not cut off. */
export interface WaitLimits {
  /** For one answer, on whichever way. */
  readonly patience: Duration
  /** For the answer to one call: something may have to wake up for it. */
  readonly slowestAnswer: Duration
  /** For every service to be up. */
  readonly wakeUp: Duration
  /** How much later than promised something may be seen there. */
  readonly tolerance: Duration
}

/** What is known of a deployment that does not say it of itself. */
export interface TargetDescription extends WaitLimits {
  readonly capabilities: readonly Capability[]
  readonly edgeLimits: EdgeLimits | undefined
  readonly promises: Promises
}

const { firstEvent, silence, connectionClose, runStop } = PROMISED
const BY_CONTRACT: Promises = { firstEvent, silence, connectionClose, runStop, successUnderLoad: 1 }

/** Netra's own staging: one door for tests, and an edge that bans who asks too often (contract, section 7). */
const NETRA_STAGING: Omit<TargetDescription, keyof WaitLimits> = {
  capabilities: ['oauth-simulation'],
  edgeLimits: { apiPerMinute: 1000, otherPerMinute: 100 },
  promises: { ...BY_CONTRACT, firstEvent: seconds(15), silence: seconds(60), successUnderLoad: 0.75 },
}

const PLAIN = { capabilities: [], edgeLimits: undefined, promises: BY_CONTRACT }

/** Something on this machine answers, or it does not; something far away may have to wake up first. */
const NEAR: WaitLimits = {
  ...{ patience: seconds(10), slowestAnswer: seconds(25), wakeUp: seconds(10), tolerance: TOLERANCE.near },
}
const FAR: WaitLimits = {
  ...{ patience: seconds(30), slowestAnswer: seconds(30), wakeUp: seconds(60), tolerance: TOLERANCE.far },
}
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** What is known beforehand of the deployment at a host. */
export function describeHost(host: string): TargetDescription {
  const deployment = host.endsWith('.netrasystems.ai') ? NETRA_STAGING : PLAIN
  return { ...deployment, ...(LOOPBACK.test(host) ? NEAR : FAR) }
}
