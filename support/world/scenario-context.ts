import type { Crowds } from '#target/crowds'
import type { Health, RunContext } from '#target/run-context'
import type { Target } from '#target/settings'
import type { Pacer } from '#waiting/pacer'

/** Where, when and as what a scenario is run. */
export interface ScenarioContext {
  /** Its permanent id, e.g. `AUTH-3`. */
  readonly id: string
  readonly run: RunContext
  readonly target: Target
  readonly crowds: Crowds
  readonly health: Health
  readonly worker: number
  /** Makes whoever calls wait for a turn. */
  readonly pacer: Pacer
  /** Ends every wait and every call. */
  readonly stop: AbortSignal
  /** Nothing that passes is kept or looked at: for whoever measures what that costs. */
  readonly unwatched?: true
}

/** Something that a scenario has to show: in the report, and as a file of its evidence. */
export interface Attachment {
  readonly fileName: string
  readonly mediaType: string
  readonly content: string
}
