import { decodeJwt } from 'jose'
import { Agent, request, type Dispatcher } from 'undici'
import { Refusal } from '#kit/refusal'

/** The person behind an access token, as the auth service vouches for them. */
export interface Member {
  readonly userId: string
  readonly email: string
  /** The token's own id (`jti`); live connections are closed by it. */
  readonly tokenId: string
  readonly expiresAt: Date
}

/** Whose access token this is; undefined when it opens nothing. */
export type IdentityCheck = (token: string) => Promise<Member | undefined>

/** The auth service, as the backend knows it: an address. */
export interface AuthService {
  readonly identify: IdentityCheck
  nameOf(token: string): Promise<string>
}

/** What a person is shown of themselves. */
export type ProfileSource = (visitor: Visitor) => Promise<Profile>

/** A member and the token they came with. */
export interface Visitor extends Member {
  readonly token: string
}

export interface Profile {
  readonly userId: string
  readonly email: string
  readonly name: string
}

export function createProfileSource(authService: AuthService): ProfileSource {
  return async ({ userId, email, token }) => ({ userId, email, name: await authService.nameOf(token) })
}

interface Validation {
  readonly valid: boolean
  readonly user_id: string
  readonly email: string
  readonly expires_at: string
}

const PATIENCE_MS = 5_000

export function createAuthService(authUrl: string): AuthService {
  return {
    identify: async (token) => {
      const answer = await ask<Validation>(`${authUrl}/auth/validate`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      })
      if (!answer.valid) return undefined
      const { user_id: userId, email, expires_at } = answer
      return { userId, email, tokenId: decodeJwt(token).jti ?? '', expiresAt: new Date(expires_at) }
    },
    nameOf: async (token) => {
      const headers = { authorization: `Bearer ${token}` }
      return (await ask<{ name: string }>(`${authUrl}/auth/me`, { headers })).name
    },
  }
}

const connections = new Agent({
  connect: { timeout: PATIENCE_MS },
  headersTimeout: PATIENCE_MS,
  bodyTimeout: PATIENCE_MS,
})

type Asked = Pick<Dispatcher.RequestOptions, 'body' | 'headers'> & { readonly method?: 'POST' }

/** Nobody is let in while the auth service cannot be asked. Not by `fetch`, which costs four times as much a call. */
async function ask<Answer>(url: string, asked: Asked): Promise<Answer> {
  const refuse = (): never => {
    throw new Refusal(503, 'SERVICE_UNAVAILABLE', 'Sign-in cannot be checked at the moment')
  }
  const { statusCode, body } = await request(url, { ...asked, dispatcher: connections }).catch(refuse)
  if (statusCode === 200) return (await body.json()) as Answer
  await body.dump()
  return refuse()
}
