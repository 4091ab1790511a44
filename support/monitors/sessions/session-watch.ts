import type { Capability } from '#contract/capabilities'
import { PROMISED } from '#contract/promises'
import type { Finding } from '#monitors/finding'
import type { Exchange } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import { sessionCallOf, type SessionCall } from './session-call.ts'
import { endByTime, SessionTree, type KnownSession } from './session-tree.ts'

const UNAUTHORISED = 401
/** Where nothing but who asks can be refused. */
const OPEN_TO_MEMBERS: readonly SessionCall['route'][] = ['me', 'profile', 'listThreads', 'validate']

const MOST_OF_AN_ACCOUNT = 3

/** A session that was ended for certain. */
export interface EndedSession {
  readonly person: string
  readonly access: string
  readonly refresh: string | undefined
}

/** Follows every session from its beginning: what was ended opens nothing any more, and what nothing has ended still does. */
export class SessionWatch implements WireObserver {
  readonly #calls: SessionCall[] = []
  readonly #offers: ReadonlySet<Capability>

  constructor(offers: ReadonlySet<Capability>) {
    this.#offers = offers
  }

  exchange(exchange: Exchange): void {
    const call = sessionCallOf(exchange)
    if (call) this.#calls.push(call)
  }

  /** Each session that was ended before a moment, oldest end first. @param at on the wire's clock, in milliseconds */
  endedBefore(at: number): EndedSession[] {
    const tree = new SessionTree(this.#calls, PROMISED.connectionClose.ms)
    return tree.sessions.flatMap((session) => {
      const isEnded = tree.endsOf(session).some(({ isCertain, to }) => isCertain && to < at)
      const { access, refresh, issuedBy } = session
      return isEnded ? [{ person: issuedBy.person, access, refresh }] : []
    })
  }

  /**
   * The access token of sessions that nothing has ended, nor may have, newest first, and whose they are; the last few of
   * an account: how many it may have is nowhere said.
   */
  open(): Pick<EndedSession, 'person' | 'access'>[] {
    const tree = new SessionTree(this.#calls, PROMISED.connectionClose.ms)
    const open = tree.sessions.filter((session) => tree.endsOf(session).length === 0).toReversed()
    const isRecent = ({ sub }: KnownSession, place: number): boolean =>
      open.slice(0, place).filter((newer) => newer.sub === sub).length < MOST_OF_AN_ACCOUNT
    return open.filter(isRecent).map(({ access, issuedBy: { person } }) => ({ person, access }))
  }

  /** What was refused without a reason, or taken though it had ended. @param lateMs how much later an end may be seen */
  findings(lateMs: number): Finding[] {
    const tree = new SessionTree(this.#calls, PROMISED.connectionClose.ms + lateMs)
    const texts = this.#calls.flatMap((call) => this.#judge(call, tree) ?? [])
    return texts.map((text) => ({ text }))
  }

  #judge(call: SessionCall, tree: SessionTree): string | undefined {
    const { route, renewal, token } = call
    const isRenewal = route === 'refresh'
    const session = isRenewal ? tree.ofRefresh(renewal) : tree.ofAccess(token)
    if (!session || session.issuedBy.to > call.from) return undefined
    const what = `${session.issuedBy.person}'s ${isRenewal ? 'means of renewal' : 'pass'} of ${session.issuedBy.where}`
    const ends = [...tree.endsOf(session), ...(isRenewal ? [] : [endByTime(session)])]
    const end = ends.find(({ isCertain, to }) => isCertain && to < call.from)
    if (end && this.#isTaken(call))
      return `${what} was ended by ${end.where}, and ${call.where} takes it (${describe(call)})`
    const mayBeOver =
      ends.some(({ from, where }) => from <= call.to && where !== call.where) || isSpent(call, session, tree)
    if (mayBeOver || !isRefused(call)) return undefined
    return `${what} was ended by nothing, and ${call.where} refuses it (${describe(call)})`
  }

  #isTaken({ route, status = 0, isValid }: SessionCall): boolean {
    if (route === 'validate') return isValid === true
    // Where signing out is not said to end it, what renews may go on.
    if (route === 'refresh' && !this.#offers.has('logout-revokes-refresh')) return false
    return status >= 200 && status < 300
  }
}

function isRefused({ route, status, isValid }: SessionCall): boolean {
  if (route === 'validate') return isValid === false
  return status === UNAUTHORISED && (route === 'refresh' || OPEN_TO_MEMBERS.includes(route))
}

/** Whether it was used for renewing before, or at the same moment. */
function isSpent(call: SessionCall, session: KnownSession, tree: SessionTree): boolean {
  return (
    call.route === 'refresh' &&
    tree.renewalsOf(session).some((other) => other !== call && other.from <= call.to)
  )
}

function describe({ route, status, isValid }: SessionCall): string {
  return route === 'validate'
    ? `it is said to be ${isValid ? 'good' : 'bad'}`
    : `${route} answered ${status ?? 'nothing'}`
}
