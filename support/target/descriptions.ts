import { z } from 'zod'
import type { Capability } from '#contract/capabilities'
import type { KnownDeviation } from '#contract/known-deviation'
import { PROMISED, TOLERANCE } from '#contract/promises'
import { seconds, type Duration } from '#waiting/duration'
import type { EdgeLimits } from '#waiting/pacer'
import { isLoopback } from './address.ts'
import type { TargetSignIn } from './sign-in.ts'
import type { TargetFile } from './target-file.ts'

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
  /** What it offers, if it does not say so itself. */
  readonly describedCapabilities: readonly Capability[]
  /** What is broken where it is not offered. */
  readonly demandedCapabilities: readonly Capability[]
  /** By which ways people are signed in, in this order. */
  readonly signIn: readonly TargetSignIn[]
  readonly edgeLimits: EdgeLimits | undefined
  readonly promises: Promises
  readonly deviations: readonly KnownDeviation[]
}

/** Set by hand: how many requests a minute in `/api`, and outside, as `1000/100`. */
export const EdgeSetting = z
  .string()
  .regex(/^[1-9]\d*\/[1-9]\d*$/)
  .transform((text) => text.split('/').map(Number))
  .transform(([apiPerMinute = 0, otherPerMinute = 0]): EdgeLimits => ({ apiPerMinute, otherPerMinute }))

/** Something on this machine answers, or it does not; something far away may have to wake up first. */
const NEAR: WaitLimits = {
  ...{ patience: seconds(10), slowestAnswer: seconds(25), wakeUp: seconds(10), tolerance: TOLERANCE.near },
}
const FAR: WaitLimits = {
  ...{ patience: seconds(30), slowestAnswer: seconds(30), wakeUp: seconds(60), tolerance: TOLERANCE.far },
}

/** What is known beforehand of a deployment: what its file says, and what follows from where it is. */
export function describeDeployment(file: TargetFile, host: string): TargetDescription {
  const { capabilities, edge, deviations, 'sign-in': signIn } = file
  return {
    ...waitLimitsOf(file, isLoopback(host) ? NEAR : FAR),
    describedCapabilities: capabilities.offered,
    demandedCapabilities: capabilities.demanded,
    ...{ signIn, deviations },
    edgeLimits: edge && { apiPerMinute: edge['api-per-minute'], otherPerMinute: edge['other-per-minute'] },
    promises: promisesOf(file),
  }
}

function waitLimitsOf({ patience: told }: TargetFile, usual: WaitLimits): WaitLimits {
  return {
    patience: told.answer ?? usual.patience,
    slowestAnswer: told['slowest-answer'] ?? usual.slowestAnswer,
    wakeUp: told['wake-up'] ?? usual.wakeUp,
    tolerance: told.tolerance ?? usual.tolerance,
  }
}

function promisesOf({ promises: told }: TargetFile): Promises {
  return {
    firstEvent: told['first-event'] ?? PROMISED.firstEvent,
    silence: told.silence ?? PROMISED.silence,
    connectionClose: told['connection-close'] ?? PROMISED.connectionClose,
    runStop: told['run-stop'] ?? PROMISED.runStop,
    successUnderLoad: told['success-under-load'] ?? 1,
  }
}
