import type { ClosedConnection } from '#promises/shared/connection-end.checks'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** A session as far as its renewal is concerned. */
export interface SessionFacts {
  readonly accessToken: string
  readonly refreshToken: string | undefined
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

export function renewed(before: SessionFacts, after: SessionFacts): Check[] {
  return [
    check('renewal-gives-new-passes', 'another pass and another means of renewal', undefined, () => {
      const same = [
        before.accessToken === after.accessToken || before.claims.jti === after.claims.jti ? 'the pass' : '',
        before.refreshToken === after.refreshToken ? 'the means of renewal' : '',
      ].filter(Boolean)
      const observed = same.length === 0 ? 'both are new' : `the same as before: ${same.join(' and ')}`
      return settle(same.length === 0 && after.refreshToken !== undefined, { observed })
    }),
    check('same-person-after-renewal', `${say(before)}, as before`, undefined, () =>
      settle(say(before) === say(after), { observed: say(after) }),
    ),
    statedLifeIsTrue([before, after]),
  ]
}

function say({ claims: { sub, email, permissions } }: SessionFacts): string {
  return `${sub}, ${email}, ${permissions.join(', ')}`
}

function statedLifeIsTrue(sessions: readonly SessionFacts[]): Check {
  return check('stated-life-is-true', 'the stated seconds are those of the pass itself', undefined, () => {
    const lives = sessions.map(({ statedLife, claims }) => ({
      stated: statedLife,
      real: claims.exp - claims.iat,
    }))
    const observed = lives.map(({ stated, real }) => `${stated ?? 'no'} s stated, ${real} s real`).join('; ')
    return settle(
      lives.every(({ stated, real }) => stated === real),
      { observed },
    )
  })
}

/** What happened on a line that was renewed, seen after the old pass had run out. */
export interface ConnectionAcrossRenewal {
  readonly isOpen: boolean
  /** Whether it answered when it was asked, after the old pass had run out. */
  readonly answers: boolean
  /** Until when it lives on: as stated, if that was, and by the new pass (ISO 8601). */
  readonly statedEnd: string | undefined
  readonly realEnd: string
}

/** @param control what became of the line that nobody renewed */
export function watchingGoesOn(seen: Seen<ConnectionAcrossRenewal>, control: string): Check {
  const expected = 'the line answers after the old pass has run out, and lives as long as the new one'
  return check('watching-goes-on', expected, seen, ({ isOpen, answers, statedEnd, realEnd }) => {
    const state = `${isOpen ? 'open' : 'closed'}, ${answers ? 'answers' : 'silent'}`
    const observed = `${state}, until ${statedEnd ?? 'nobody knows when'} as stated, ${realEnd} by the pass`
    const sameEnd = statedEnd !== undefined && Date.parse(statedEnd) === Date.parse(realEnd)
    return settle(isOpen && answers && sameEnd, { observed, control })
  })
}

/** A piece of work that was under way when the session was renewed. */
export interface RunAcrossRenewal {
  readonly outcome: string
  /** Events of this work that were heard after the renewal. */
  readonly heardAfterwards: number
  /** How often its answer stands in the conversation. */
  readonly stored: number
}

export function workGoesOn(seen: Seen<RunAcrossRenewal>): Check {
  return check(
    'work-goes-on',
    'its events go on to the answer, which is stored once',
    seen,
    ({ outcome, heardAfterwards, stored }) => {
      const observed = `${heardAfterwards} events after the renewal, ${outcome}, stored ${stored} times`
      return settle(outcome === 'answered' && heardAfterwards > 1 && stored === 1, { observed })
    },
  )
}

/** The contract's two seconds, and what it takes to notice. */
const LATEST_END_MS = 4_000

export function connectionEndsWithSession(ended: Seen<ClosedConnection>, control: string): Check {
  return check(
    'expiry-ends-the-line',
    '1008 within two seconds of the end of the session',
    ended,
    ({ code, lateMs }) => {
      const observed = `${code}, ${Math.round(lateMs)} ms after the end of the session`
      return settle(code === 1008 && lateMs <= LATEST_END_MS, { observed, control })
    },
  )
}
