import { LOST } from '#contract/codes'
import { startStopwatch, type Stop } from '#waiting/deadline'
import { seconds } from '#waiting/duration'
import { CallStopped, InTrouble } from '#wire/unexpected'
import type { Reopening } from './line-succession.ts'
import type { ConnectionAttempt } from './open-connection.ts'

/** Technical: a line that is lost sooner than this has not come to anything. */
const SHORT_LIFE = seconds(3)
/** Technical: so short a life may be an accident, twice in a row, too; a third time it is an answer. */
const MOST_SHORT_LIVES = 2

/**
 * How a line that is opened now can be opened anew once it is lost.
 *
 * @param before how many in a row were lost at once before it
 * @param open with this token, where it is another one by then, and so many short lives before it
 */
export function reopening(
  stop: Stop,
  before: number,
  open: (token: string | undefined, shortLives: number) => Promise<ConnectionAttempt>,
): Reopening {
  const life = startStopwatch()
  return async (code, token) => {
    const shortLives = life().ms < SHORT_LIFE.ms ? before + 1 : 0
    if (!LOST.includes(code) || shortLives > MOST_SHORT_LIVES || stop.aborted) return undefined
    const attempt = await open(token, shortLives).catch(unopened)
    return attempt?.outcome === 'open' ? attempt.connection : undefined
  }
}

/** @throws what is an error of the suite */
function unopened(error: unknown): undefined {
  if (!(error instanceof InTrouble || error instanceof CallStopped)) throw error
}
