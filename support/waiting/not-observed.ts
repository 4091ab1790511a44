import { AccountableError, type Blame } from '#errors/accountable'
import { formatDuration, type Duration } from './duration.ts'

/** Why a wait ended without what it waited for. */
export type WaitEnd = 'deadline' | 'over' | 'stopped'

/** Something that was waited for did not come. Says why the wait ended, how long it took, and what came instead. */
export class NotObserved extends AccountableError {
  readonly blames: Blame
  readonly code = 'NOT_OBSERVED'
  readonly end: WaitEnd

  constructor(what: string, end: WaitEnd, waited: Duration, reason: string, last: readonly string[]) {
    const seen = last.length > 0 ? `; last seen: ${last.join(' · ')}` : '; nothing at all was seen'
    super(`${what}: gave up after ${formatDuration(waited)} (${reason})${seen}`)
    this.end = end
    this.blames = end === 'stopped' ? 'run' : 'target'
  }
}

/** That something was not observed, as a fault that can be shown; anything else is thrown on. */
export function faultOf(error: unknown): string {
  if (error instanceof NotObserved && error.end !== 'stopped') return error.message
  throw error
}
