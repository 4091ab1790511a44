import { randomBytes, randomUUID } from 'node:crypto'
import { decode, sign } from 'jsonwebtoken'
import type { Session } from '#clients/session'
import { NotTestable } from '#expect/seen'
import type { Phrased } from '#promises/shared/phrase-table'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import { encode } from '#promises/shared/token-parts'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { ForgedRenewals } from './forged-renewals.checks.ts'
import { refreshTokenOf } from './renewal.ts'
import { refreshOfClosed, refreshOfSignedOut } from './spare-accounts.ts'

/** Who forges what. */
interface RenewalForgery {
  readonly intruder: Person
  readonly owner: Person
  readonly session: Session
  readonly secret: string | undefined
  /** How far the target's clock is ahead of ours, in milliseconds. */
  readonly skewMs: number
  readonly scenario: Scenario
}

/** A kind of refresh token that must renew nothing. */
interface RenewalKind extends Phrased {
  /** Several spellings of it. */
  readonly forge: (forgery: RenewalForgery) => Promise<readonly string[]> | readonly string[]
}

/** Seconds: as much as clocks are read in, and a little more. */
const JUST_OVER = 2

/** Every kind that a feature may name. */
export const RENEWAL_KINDS: readonly RenewalKind[] = [
  { phrase: 'that is none', forge: () => ['', 'null', 'a.b.c', randomUUID()] },
  { phrase: 'signed by nobody', forge: unsigned },
  { phrase: 'altered after it was issued', forge: altered },
  { phrase: 'signed by a stranger', forge: strangers },
  {
    phrase: 'whose time is over',
    forge: signedAnew({ iat: -7200, exp: -3600 }, { iat: -60, exp: -30 }, { iat: -60, exp: -JUST_OVER }),
  },
  {
    phrase: 'that was never issued',
    forge: (forgery) => signedAnew({ iat: 0, exp: 600 })(forgery, randomUUID()),
  },
  {
    phrase: 'of a closed account',
    forge: async ({ owner, scenario }) => [await refreshOfClosed(owner, scenario)],
  },
  {
    phrase: 'of a session that was signed out',
    forge: async ({ owner }) => [await refreshOfSignedOut(owner)],
  },
]

/** Tries all of these kinds in place of an honest refresh token, which is used in the end. @throws {UnexpectedAnswer} */
export async function tryForgedRenewals(
  intruder: Person,
  owner: Person,
  scenario: Scenario,
  kinds: readonly RenewalKind[],
): Promise<ForgedRenewals> {
  await intruder.register()
  const session = await owner.auth.mustLogin(owner.registration)
  const { target, skewMs } = scenario
  const forgery = { intruder, owner, session, secret: target.signingSecret, skewMs: skewMs.auth, scenario }
  const attempts = await Promise.all(kinds.map((kind) => tryKind(forgery, kind)))
  const control = await owner.auth.refresh(refreshTokenOf({ session }))
  return { attempts: attempts.flat(), control: attemptOf('the honest one', control) }
}

async function tryKind(forgery: RenewalForgery, { phrase, forge }: RenewalKind): Promise<Attempt[]> {
  const { auth } = forgery.intruder
  try {
    const tokens = await forge(forgery)
    return await Promise.all(
      tokens.map(async (token) => attemptOf(`one ${phrase}`, await auth.refresh(token))),
    )
  } catch (error) {
    if (error instanceof NotTestable) return []
    throw error
  }
}

/** What a refresh token says, where it says anything; what one would say, where it does not. */
function claimsOf(session: Session): Readonly<Record<string, unknown>> {
  const read: unknown = decode(refreshTokenOf({ session }))
  if (typeof read === 'object' && read !== null) return read as Record<string, unknown>
  return { ...session.claims, token_type: 'refresh' }
}

function unsigned({ session }: RenewalForgery): string[] {
  const payload = encode(claimsOf(session))
  const [, , signature = ''] = refreshTokenOf({ session }).split('.')
  const headers = ['none', 'None'].map((alg) => encode({ alg, typ: 'JWT' }))
  const honest = encode({ alg: 'HS256', typ: 'JWT' })
  return [
    ...headers.map((header) => `${header}.${payload}.`),
    `${headers[0]}.${payload}.${signature}`,
    `${honest}.${payload}.`,
  ]
}

/** The owner's, made to live longer; and the intruder's own, with the owner's name in it. */
function altered({ session, owner, intruder }: RenewalForgery): string[] {
  const { userId: sub } = owner.device.session
  const own = intruder.device.session
  const exchange = (honest: Session, changes: object): string => {
    const [header = '', payload, signature = ''] = refreshTokenOf({ session: honest }).split('.')
    if (payload === undefined) return `${header.slice(0, -1)}${header.endsWith('a') ? 'b' : 'a'}`
    return `${header}.${encode({ ...claimsOf(honest), ...changes })}.${signature}`
  }
  return [exchange(session, { exp: Math.floor(Date.now() / 1000) + 10 ** 8 }), exchange(own, { sub })]
}

function strangers({ session }: RenewalForgery): string[] {
  const secrets = [randomBytes(36).toString('base64url'), 'secret', 'netra']
  return secrets.map((secret) => sign(claimsOf(session), secret))
}

/** Like the honest one, signed with the platform's own secret. @param times in seconds from now */
function signedAnew(
  ...times: readonly { readonly iat: number; readonly exp: number }[]
): (forgery: RenewalForgery, jti?: string) => string[] {
  return ({ session, secret, skewMs }, jti) => {
    if (!secret) throw new NotTestable('such a one can only be signed with the secret')
    const now = Math.floor((Date.now() + skewMs) / 1000)
    return times.map(({ iat, exp }) => {
      const claims = { ...claimsOf(session), iat: now + iat, exp: now + exp, ...(jti ? { jti } : {}) }
      return sign(claims, secret)
    })
  }
}
