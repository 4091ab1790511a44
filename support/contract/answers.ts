import { z } from 'zod'
import { Id, Timestamp, told } from './leaves.ts'

/** The bodies that the platform contract promises, to the field. Further fields are allowed. */

const Permissions = z.array(z.string())

const Tokens = {
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  token_type: told(z.literal('Bearer')),
  expires_in: told(z.number().int().positive()),
}

/** A session, opened by registering or logging in. */
export const SessionAnswer = z.object({
  ...Tokens,
  user: z.object({ id: Id, email: z.string(), name: told(z.string()) }),
})

/** A session that the side door for tests has opened. */
export const SimulatedSessionAnswer = SessionAnswer.extend({
  user: SessionAnswer.shape.user.extend({ oauth_simulated: z.literal(true) }),
})

/** New tokens in exchange for a refresh token. */
export const RenewalAnswer = z.object(Tokens)

/** What every access token says. */
export const AccessTokenClaims = z.object({
  sub: Id,
  email: z.string(),
  permissions: Permissions,
  iat: z.number(),
  exp: z.number(),
  jti: Id,
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  token_type: z.string(),
})
/** What an access token says. */
export type AccessTokenClaims = z.output<typeof AccessTokenClaims>

/** That a session was ended. */
export const LogoutAnswer = z.object({ status: told(z.literal('success')) })

/** Whether a token is valid: whose it is, or why not. */
export const ValidationAnswer = z.discriminatedUnion('valid', [
  z.object({
    valid: z.literal(true),
    user_id: Id,
    email: z.string(),
    permissions: Permissions,
    expires_at: Timestamp,
  }),
  z.object({ valid: z.literal(false), error: told(z.string().min(1)), message: told(z.string().min(1)) }),
])
/** Whether a token is valid. */
export type ValidationAnswer = z.output<typeof ValidationAnswer>

/** An account, as its owner is told of it by the auth service. */
export const MeAnswer = z.object({
  user_id: Id,
  email: z.string(),
  name: told(z.string()),
  permissions: Permissions,
  created_at: told(Timestamp),
  auth_provider: told(z.string()),
  token_expires_at: Timestamp,
})
/** An account. */
export type MeAnswer = z.output<typeof MeAnswer>

/** Every error of the auth service. */
export const AuthError = z.object({ detail: z.string().min(1) })

/** A profile, as its owner is told of it by the backend. */
export const ProfileAnswer = z.object({
  user_id: Id,
  email: z.string(),
  name: told(z.string()),
  plan: told(z.string()),
})
/** A profile. */
export type ProfileAnswer = z.output<typeof ProfileAnswer>

/** One thread. */
export const ThreadAnswer = z.object({
  id: Id,
  object: told(z.literal('thread')),
  title: z.string().nullable(),
  created_at: Timestamp,
  updated_at: told(Timestamp),
  metadata: told(z.record(z.string(), z.unknown())),
  message_count: z.number().int().nonnegative(),
})
/** One thread. */
export type ThreadAnswer = z.output<typeof ThreadAnswer>

const PageOf = { total: z.number().int().nonnegative(), limit: z.number().int(), offset: z.number().int() }

/** One page of a list of threads. */
export const ThreadsAnswer = z.object({ threads: z.array(ThreadAnswer), ...PageOf })
/** One page of a list of threads. */
export type ThreadsAnswer = z.output<typeof ThreadsAnswer>

/** One message of a thread. */
export const MessageAnswer = z.object({
  id: Id,
  role: z.enum(['user', 'assistant']),
  content: z.string(),
  created_at: Timestamp,
  run_id: Id.nullable(),
  metadata: told(z.record(z.string(), z.unknown())),
})
/** One message of a thread. */
export type MessageAnswer = z.output<typeof MessageAnswer>

/** One page of the messages of a thread. */
export const MessagesAnswer = z.object({ messages: z.array(MessageAnswer), thread_id: Id, ...PageOf })
/** One page of the messages of a thread. */
export type MessagesAnswer = z.output<typeof MessagesAnswer>

/** That a message was accepted, and the run that works on it. */
export const AcceptedAnswer = z.object({ message_id: Id, run_id: Id, thread_id: Id })
/** That a message was accepted. */
export type AcceptedAnswer = z.output<typeof AcceptedAnswer>

/** How far a run is. */
export const RunAnswer = z.object({
  run_id: Id,
  thread_id: Id,
  status: z.enum(['running', 'completed', 'failed', 'cancelled']),
  started_at: Timestamp,
  finished_at: Timestamp.nullable(),
  error: z.string().nullable(),
  agents: z.array(z.unknown()),
})
/** How far a run is. */
export type RunAnswer = z.output<typeof RunAnswer>

/** Every error of the backend. */
export const BackendError = z.object({
  error: z.literal(true),
  error_code: z.string().min(1),
  message: z.string().min(1),
  details: z.object({ status_code: z.number().int() }),
  trace_id: z.string().min(1),
  timestamp: Timestamp,
})
