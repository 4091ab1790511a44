import type { ClientContext } from '#clients/client-context'
import { openConnection } from '#clients/open-connection'
import { attempted } from './attempted.ts'

/** Whether live connections are opened at this platform. */
export interface LiveFound {
  readonly state: 'its-own' | 'misrouted' | 'unknown'
  /** What was answered; empty where it let us in. */
  readonly answer: string
}

/** What somebody else, or no live line at all, answers whoever knocks. */
const SOMEBODY_ELSE = /^(2\d\d|3\d\d|400|404|405|410|426) at the door/

/**
 * Opens a line where the settings say. What lets in somebody who is signed in here is this platform's. Another host
 * than the backend's that does not know her is another platform's; at the backend's own host that is for the
 * scenarios to judge.
 *
 * @param token that the platform has issued a moment ago
 */
export async function lookAtLiveAddress(context: ClientContext, token: string): Promise<LiveFound> {
  const attempt = await attempted(openConnection('a visitor', context, { token }))
  if (!attempt) return { state: 'unknown', answer: 'no answer' }
  if (attempt.outcome === 'open') {
    // Whoever stands between may take its time to pass on that it is over.
    attempt.connection.terminate()
    return { state: 'its-own', answer: '' }
  }
  const { backend, live } = context.addresses
  const isElsewhere = new URL(backend).host !== new URL(live).host
  const isUnknownThere = attempt.outcome === 'refused' && isElsewhere
  const isMisrouted = isUnknownThere || SOMEBODY_ELSE.test(attempt.how)
  return { state: isMisrouted ? 'misrouted' : 'unknown', answer: attempt.how }
}
