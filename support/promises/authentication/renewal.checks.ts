import { check, settle, type Check } from '#expect/check'
import { NotTestable, type Seen } from '#expect/seen'

/** A session as far as its renewal is concerned. */
export interface SessionFacts {
  readonly accessToken: string
  readonly refreshToken: string | undefined
  /** Seconds, as stated beside the token. */
  readonly statedLife: number | undefined
  readonly claims: {
    readonly sub: string
    readonly email: string
    readonly permissions: readonly string[]
    readonly iat: number
    readonly exp: number
    readonly jti: string
  }
}

/** A renewed session has new tokens, is the same person's, and lives as long as stated. */
export function renewed(before: SessionFacts, after: SessionFacts): Check[] {
  return [tokensAreNew(before, after), samePerson(before, after), statedLifeIsTrue([before, after])]
}

function tokensAreNew(before: SessionFacts, after: SessionFacts): Check {
  return check('renewal-gives-new-passes', 'another pass and another means of renewal', after, () => {
    const same = [
      before.accessToken === after.accessToken || before.claims.jti === after.claims.jti ? 'the pass' : '',
      before.refreshToken === after.refreshToken ? 'the means of renewal' : '',
    ].filter(Boolean)
    const observed = same.length === 0 ? 'both are new' : `the same as before: ${same.join(' and ')}`
    return settle(same.length === 0 && after.refreshToken !== undefined, { observed })
  })
}

function samePerson(before: SessionFacts, after: SessionFacts): Check {
  const [was, is] = [describePerson(before), describePerson(after)]
  return check('same-person-after-renewal', `${was}, as before`, is, () =>
    settle(was === is, { observed: is }),
  )
}

function describePerson({ claims: { sub, email, permissions } }: SessionFacts): string {
  return `${sub}, ${email}, ${permissions.join(', ')}`
}

function statedLifeIsTrue(sessions: readonly SessionFacts[]): Check {
  return check('stated-life-is-true', 'the stated seconds are those of the pass itself', sessions, () => {
    const stated = sessions.filter(({ statedLife }) => statedLife !== undefined)
    if (stated.length === 0) throw new NotTestable('nothing is stated beside the pass')
    const holds = stated.every(({ statedLife, claims }) => statedLife === claims.exp - claims.iat)
    return settle(holds, { observed: sessions.map(describeLife).join('; ') })
  })
}

/** How long a session lives, as stated and by its token: `900 s stated, 900 s real`. */
export function describeLife({ statedLife, claims }: SessionFacts): string {
  return `${statedLife ?? 'no'} s stated, ${claims.exp - claims.iat} s real`
}

/** What happened on a connection that was renewed, seen after the old token had expired. */
export interface ConnectionAcrossRenewal {
  readonly isOpen: boolean
  /** Whether it answered when it was asked, after the old token had expired. */
  readonly answers: boolean
  /** Until when it lives on: as stated, if that was, and by the new token (ISO 8601). */
  readonly statedEnd: string | undefined
  readonly realEnd: string
  /** Whether the connection that nobody renewed is open still. */
  readonly isOtherOpen: boolean
}

/** A renewed connection goes on for as long as the new token. */
export function watchingGoesOn(seen: Seen<ConnectionAcrossRenewal>): Check {
  const expected = 'the line answers after the old pass has run out, and lives as long as the new one'
  return check('watching-goes-on', expected, seen, ({ isOpen, answers, statedEnd, realEnd, isOtherOpen }) => {
    const state = `${isOpen ? 'open' : 'closed'}, ${answers ? 'answers' : 'silent'}`
    const observed = `${state}, until ${statedEnd ?? 'nobody knows when'} as stated, ${realEnd} by the pass`
    const control = `the line that was not renewed is ${isOtherOpen ? 'open still' : 'closed'}`
    const sameEnd = statedEnd !== undefined && Date.parse(statedEnd) === Date.parse(realEnd)
    return settle(isOpen && answers && sameEnd, { observed, control })
  })
}

/** A run that was under way when the session was renewed. */
export interface RunAcrossRenewal {
  readonly outcome: 'answered' | 'failed'
  /** How many of its events came after the renewal. */
  readonly eventsAfterwards: number
  /** How often its answer stands in the thread. */
  readonly stored: number
}

/** A run that was under way goes on to its answer. */
export function workGoesOn(seen: Seen<RunAcrossRenewal>): Check {
  const expected = 'its events go on to the answer, which is stored once'
  return check('work-goes-on', expected, seen, ({ outcome, eventsAfterwards, stored }) => {
    const observed = `${eventsAfterwards} events after the renewal, ${outcome}, stored ${stored} times`
    const isOver = outcome === 'answered' && stored === 1
    if (isOver && eventsAfterwards === 0) throw new NotTestable(`the work was over too early: ${observed}`)
    return settle(isOver, { observed })
  })
}
