import { randomUUID } from 'node:crypto'
import { sign } from 'jsonwebtoken'
import { SessionAnswer } from '#contract/answers'
import type { TargetSignIn } from '#target/sign-in'
import { Unexpected } from '#wire/unexpected'
import type { AuthClient, Registration } from './auth-client.ts'
import type { ConnectionId, RequestId, RunId, ThreadId, UserId } from './ids.ts'
import { readSession, type Claims, type Session } from './session.ts'

/** By which way somebody came to be signed in. */
export type SignInMethod = TargetSignIn | 'outside-provider'

/** Somebody who is signed in, and what they are at. Everything in it comes from the access token. */
export interface AuthenticatedUserContext {
  readonly userId: UserId
  readonly email: string
  readonly session: Session
  readonly method: SignInMethod
  /** Of the sign-in itself. */
  readonly requestId: RequestId
  readonly threadId?: ThreadId
  readonly runId?: RunId
  readonly connectionId?: ConnectionId
}

/** A way that was configured and did not lead in. */
export interface RefusedMethod {
  readonly method: SignInMethod
  readonly reason: string
}

/** By which ways somebody may be signed in: a way whose secret is missing is not configured. */
export interface SignInMeans {
  readonly simulationKey: string | undefined
  readonly signingSecret: string | undefined
  /** The ways that the target has, in the order in which they are tried. */
  readonly methods: readonly TargetSignIn[]
  /** Take this way and no other: scenarios about signing in use the public front door. */
  readonly only?: 'password'
}

/** Nobody could be signed in. */
export class NotSignedIn extends Unexpected {
  readonly code = 'NOT_SIGNED_IN'
}

/**
 * The only way in. Tries the configured methods in the target's order, each of them real: the side door for tests
 * (`E2E_OAUTH_SIMULATION_KEY`), an access token minted with the platform's secret (`JWT_SECRET_STAGING`), the public
 * registration. A method that is configured and refused is reported, never passed over in silence.
 *
 * @throws {NotSignedIn} when no method leads in
 */
export async function createAuthenticatedUserContext(
  person: Registration,
  auth: AuthClient,
  means: SignInMeans,
): Promise<{ context: AuthenticatedUserContext; refused: readonly RefusedMethod[] }> {
  const refused: RefusedMethod[] = []
  for (const [method, enter] of waysIn(person, auth, means)) {
    try {
      const session = await enter()
      // Whatever the way: it only counts once the platform itself says who this is.
      const { user_id: userId } = await auth.mustMe(session.accessToken)
      if (userId === session.userId) return { context: contextOf(session, method), refused }
      refused.push({ method, reason: `the pass is ${session.userId}'s, the platform says ${userId}` })
    } catch (error) {
      if (!(error instanceof Unexpected)) throw error
      refused.push({ method, reason: error.message })
    }
  }
  throw new NotSignedIn(`${person.name} cannot be signed in: ${refused.map(describeRefusal).join('; ')}`)
}

/** The context of somebody who has signed in by other means, such as an outside provider. */
export function contextOf(session: Session, method: SignInMethod): AuthenticatedUserContext {
  const { userId, claims } = session
  return { userId, email: claims.email, session, method, requestId: randomUUID() as RequestId }
}

/** What may be otherwise about an access token that the suite signs itself. */
export type ClaimChanges = Partial<Record<keyof Claims | 'nbf', unknown>>

/**
 * An access token like the one somebody has, signed with the platform's own secret. A change to `undefined` leaves
 * the claim out.
 */
export function mintAccessToken(
  { claims }: Session,
  signingSecret: string,
  changes: ClaimChanges = {},
): string {
  const altered = { ...claims, jti: randomUUID(), ...changes }
  const payload = Object.fromEntries(Object.entries(altered).filter(([, value]) => value !== undefined))
  return sign(payload, signingSecret, { algorithm: 'HS256' })
}

type WayIn = readonly [SignInMethod, () => Promise<Session>]

function waysIn(person: Registration, auth: AuthClient, means: SignInMeans): WayIn[] {
  const { simulationKey: key, signingSecret: secret, methods, only } = means
  const { email, name } = person
  const ways: Readonly<Record<TargetSignIn, (() => Promise<Session>) | undefined>> = {
    'oauth-simulation': key ? () => auth.mustTestAuth({ email, name }, key) : undefined,
    'staging-jwt': secret ? () => registerAndMint(person, auth, secret) : undefined,
    password: () => registerOrLogIn(person, auth),
  }
  return (only ? [only] : methods).flatMap((method): WayIn[] => {
    const enter = ways[method]
    return enter ? [[method, enter]] : []
  })
}

async function registerOrLogIn(person: Registration, auth: AuthClient): Promise<Session> {
  const answer = await auth.register(person)
  const isNew = answer.status !== 409
  return isNew ? readSession(answer.must(200, SessionAnswer)) : auth.mustLogin(person)
}

/** A token is somebody's: it is minted for an account that exists. */
async function registerAndMint(person: Registration, auth: AuthClient, secret: string): Promise<Session> {
  const session = await registerOrLogIn(person, auth)
  return readSession({ access_token: mintAccessToken(session, secret) })
}

function describeRefusal({ method, reason }: RefusedMethod): string {
  return `${method}: ${reason}`
}
