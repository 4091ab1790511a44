import type { Environment } from './composition.ts'
import type { AwaitedRed } from './early-end.ts'

/** What a host of the suite is asked for. */
export interface HostedRun {
  /** Every variable that the suite is to see besides those of the host. */
  readonly environment: Environment
  /** A tag expression; empty for all scenarios. */
  readonly tags: string
  /** Where the reports go. */
  readonly folder: string
  /** What ends the scenario in which all of it has gone red. */
  readonly awaited: readonly AwaitedRed[]
}

/** What a host says when a run is over. */
export interface HostedRunResult {
  /** What the run has left in the process. */
  readonly leftBehind: readonly string[]
}

/** A run of the suite in a worker. */
export interface WorkerRun {
  /** How the suite finds the platform; it is told nothing else. */
  readonly environment: Environment
  /** Ids of scenarios; all without any. */
  readonly scenarios: readonly string[]
  /** Where its reports go. */
  readonly folder: string
  /** What ends the scenario in which all of it has gone red; every story is told whole without any. */
  readonly awaited?: readonly AwaitedRed[]
}
