import { decode } from 'jsonwebtoken'
import { ROUTES } from '#contract/routes'
import { attemptOf, type Attempt } from '#promises/shared/refusals.checks'
import type { Person } from '#world/person'
import type { SessionLife, TokenStatement } from './token-values.checks.ts'

/** What the auth service says of the token of a person's device, beside what the token says. @throws {UnexpectedAnswer} */
export async function statementsOfToken({ auth, device: { session } }: Person): Promise<TokenStatement[]> {
  const { accessToken, claims } = session
  const [validation, me] = await Promise.all([auth.mustValidate(accessToken), auth.mustMe(accessToken)])
  const { sub, email, permissions, exp } = claims
  const token = { userId: sub, email, permissions, end: new Date(exp * 1000).toISOString() }
  const own = { userId: me.user_id, email: me.email, permissions: me.permissions, end: me.token_expires_at }
  const valid = validation.valid
    ? {
        userId: validation.user_id,
        email: validation.email,
        permissions: validation.permissions,
        end: validation.expires_at,
      }
    : undefined
  return [
    { where: 'validation', token, said: valid },
    { where: 'the auth service', token, said: own },
  ]
}

/** How long the tokens of a person's device live, as they say themselves. */
export function lifeOfSession({ device: { session } }: Person): SessionLife {
  const { claims, refreshToken } = session
  const read: unknown = refreshToken === undefined ? null : decode(refreshToken)
  const { iat, exp } = (typeof read === 'object' && read !== null ? read : {}) as Record<string, unknown>
  const isReadable = typeof read === 'object' && read !== null
  const refreshSeconds = typeof iat === 'number' && typeof exp === 'number' ? exp - iat : Infinity
  return { accessSeconds: claims.exp - claims.iat, refreshSeconds: isReadable ? refreshSeconds : undefined }
}

/** Asks about no token, and about what is no text; and renews with none. */
export async function askAboutNoToken({ http }: Person): Promise<Attempt[]> {
  const requests = {
    'to look at nothing': () => http.call(ROUTES.validate, { json: {} }),
    'to look at a number': () => http.call(ROUTES.validate, { json: { token: 7 } }),
    'to renew by nothing': () => http.call(ROUTES.refresh, { json: {} }),
    'to renew by a number': () => http.call(ROUTES.refresh, { json: { refresh_token: 7 } }),
  }
  const attempts = Object.entries(requests).map(async ([what, send]) => attemptOf(what, await send()))
  return Promise.all(attempts)
}
