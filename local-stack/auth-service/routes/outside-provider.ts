import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '#kit/refusal'
import type { WebService } from '#kit/web-service'
import type { AuthConfig, AuthParts } from '../parts.ts'
import { ProviderRefused } from '../outside-provider.ts'

const BROWSER_COOKIE = 'netra_sign_in'

const Start = z.object({ provider: z.string(), return_to: z.string().optional() })
const Callback = z.object({ code: z.string(), state: z.string(), error: z.string() }).partial()

/** Signing in through an outside provider: the way there and the way back. */
export function addOutsideProviderRoutes(app: WebService, config: AuthConfig, parts: AuthParts): void {
  const { outsideProvider, signInAttempts, handover } = parts

  app.get('/auth/login', { schema: { querystring: Start } }, async ({ query, cookies }, reply) => {
    if (!parts.knowsProvider(query.provider)) throw new Refusal(400, 'UNKNOWN_PROVIDER', 'Unknown provider')
    if (!config.providerClientSecret) throw new Refusal(503, 'NOT_CONFIGURED', 'Provider is not configured')
    const returnTo = query.return_to ?? null
    if (returnTo !== null && !handover.admits(returnTo)) throw badRequest('return_to leads elsewhere')
    const browser = cookies[BROWSER_COOKIE] ?? randomBytes(24).toString('base64url')
    const trip = outsideProvider.prepare()
    await signInAttempts.begin({ ...trip, returnTo }, browser)
    const target = await outsideProvider.authorizationUrl(trip)
    return reply.setCookie(BROWSER_COOKIE, browser, parts.browserCookie).redirect(target.href)
  })

  app.get('/auth/callback', { schema: { querystring: Callback } }, async (request, reply) => {
    const { code, state, error } = request.query
    if (error) return reply.redirect(handover.withError(error))
    if (!code || !state) throw badRequest('Missing authorization code or state')
    const attempt = await signInAttempts.complete(state, request.cookies[BROWSER_COOKIE])
    if (!attempt) throw badRequest('This sign-in was not started here, or is over')
    const callback = new URL(request.url, config.authUrl)
    const identity = await outsideProvider.redeem(callback, attempt).catch(refuseCode)
    const account = await parts.membership.ofProviderIdentity(identity)
    if (!account) return reply.redirect(handover.withError('account_exists'))
    return reply.redirect(handover.withTokens(await parts.signIns.open(account), attempt.returnTo))
  })
}

function badRequest(message: string): Refusal {
  return new Refusal(400, 'BAD_REQUEST', message)
}

function refuseCode(error: unknown): never {
  if (error instanceof ProviderRefused)
    throw new Refusal(401, 'PROVIDER_REFUSED', 'Sign-in was not confirmed')
  throw error
}
