import type { Service } from '#contract/services'
import type { Network } from '#target/network'
import type { Duration } from '#waiting/duration'
import type { Pacer } from '#waiting/pacer'
import type { Wire } from '#wire/wire'

/** Where the platform is, by part. */
export type Addresses = Readonly<Record<Exclude<Service, 'outside'>, string>>

/** What the clients of one person need of the scenario they act in. */
export interface ClientContext {
  readonly addresses: Addresses
  /** By which way it is reached; straight, where nothing is said. */
  readonly network?: Network
  readonly wire: Wire
  readonly pacer: Pacer
  /** How long a single answer may take. */
  readonly patience: Duration
  /** How long an answer to a call may take, where that is longer. */
  readonly slowestAnswer?: Duration
  /** How long a run may go on without an event. */
  readonly silence: Duration
  /** Keys of routes that the target does not have: they are not asked for. */
  readonly absent?: ReadonlySet<string> | undefined
  /** Ends everything when the run is stopped. */
  readonly stop: AbortSignal
}

/** What a call of a route takes along. */
export interface CallDetails {
  /** Sent as `Authorization: Bearer …`. */
  readonly token?: string | undefined
  /** For `{id}` in the route's path. */
  readonly id?: string
  readonly query?: Readonly<Record<string, string>>
  readonly json?: unknown
  /** Sent as it is, in place of `json`. */
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Of a further backend, in place of the platform's own address. */
  readonly at?: string
}
