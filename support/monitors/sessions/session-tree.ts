import type { Window } from '#monitors/model/window'
import { claimsIn } from '#monitors/model/call'
import type { IssuedPair, SessionCall } from './session-call.ts'

/** A pair of tokens as it was issued, and what became of it. */
export interface KnownSession extends IssuedPair {
  readonly issuedBy: SessionCall
  /** What grew from one sign-in has one root. */
  readonly root: SessionCall
}

/** What has ended a session: for certain once its window is over, and perhaps from its beginning. */
export interface SessionEnd extends Window {
  readonly isCertain: boolean
}

/** Calls that end sessions, or may. */
const ENDING: readonly SessionCall['route'][] = ['deleteMe', 'logout', 'refresh']

/** Every session that was seen to begin, and everything that has ended it, or may have. */
export class SessionTree {
  readonly sessions: readonly KnownSession[]
  readonly #byAccess: ReadonlyMap<string, KnownSession>
  readonly #byRefresh = new Map<string, KnownSession>()
  readonly #ending: readonly SessionCall[]
  readonly #goneWithinMs: number

  /** @param calls in the order in which they were answered @param goneWithinMs until a deleted account is gone everywhere */
  constructor(calls: readonly SessionCall[], goneWithinMs: number) {
    this.#goneWithinMs = goneWithinMs
    this.#ending = calls.filter(({ route }) => ENDING.includes(route))
    this.sessions = calls.flatMap((call) => this.#sessionBy(call) ?? [])
    this.#byAccess = new Map(this.sessions.map((session) => [session.access, session]))
  }

  /** Whose session an access token is of. */
  ofAccess(token = ''): KnownSession | undefined {
    return this.#byAccess.get(token)
  }

  /** Which session a refresh token renews. */
  ofRefresh(token = ''): KnownSession | undefined {
    return this.#byRefresh.get(token)
  }

  /** The uses of a session's refresh token, in order. */
  renewalsOf({ refresh }: KnownSession): readonly SessionCall[] {
    return this.#ending.filter(({ renewal }) => renewal !== undefined && renewal === refresh)
  }

  /** Everything that somebody did that has ended a session, or may have. */
  endsOf(session: KnownSession): readonly SessionEnd[] {
    return this.#ending.flatMap((call) => this.#endBy(call, session) ?? [])
  }

  #sessionBy(call: SessionCall): KnownSession | undefined {
    const { issued, renewal } = call
    if (!issued) return undefined
    const session = { ...issued, issuedBy: call, root: this.ofRefresh(renewal)?.root ?? call }
    if (issued.refresh !== undefined) this.#byRefresh.set(issued.refresh, session)
    return session
  }

  #endBy(call: SessionCall, session: KnownSession): SessionEnd | undefined {
    const { route, token = '', from, to, where } = call
    const isDone = call.status !== undefined && call.status < 300
    if (route === 'deleteMe') {
      if (claimsIn(token)?.sub !== session.sub) return undefined
      return { from, to: to + this.#goneWithinMs, where, isCertain: isDone }
    }
    if (route === 'logout') {
      const known = this.ofAccess(token)
      // What a pass of nobody knows whose session ends is nobody's to say.
      const isMeant = known ? known.root === session.root : claimsIn(token)?.sub === session.sub
      return isMeant ? { from, to, where, isCertain: isDone && known === session } : undefined
    }
    const spent = route === 'refresh' ? this.ofRefresh(call.renewal) : undefined
    if (spent?.root !== session.root) return undefined
    // What is used once renews; what is used again, or was not answered, may end everything that grew from it.
    const isFirst = this.renewalsOf(spent)[0] === call && isDone
    return isFirst ? undefined : { from, to, where, isCertain: false }
  }
}

/** An access token is over when its time is; clocks and roundings differ by so much. */
export function endByTime({ issuedBy, lifeMs }: KnownSession): SessionEnd {
  const { from, to } = issuedBy
  return {
    from: from + lifeMs - GRAIN_MS,
    to: to + lifeMs + GRAIN_MS,
    where: 'its own time',
    isCertain: true,
  }
}

const GRAIN_MS = 5_000
