import { z } from 'zod'
import { bearerToken, sameSecret } from '#kit/bearer'
import { Refusal } from '#kit/refusal'
import type { WebService } from '#kit/web-service'
import type { BackendConfig, BackendParts } from '../parts.ts'

const SessionEnded = z.object({ user_id: z.string(), token_ids: z.array(z.string()) })
const AccountEnded = z.object({ user_id: z.string() })

/** What the auth service tells the backend: sessions and accounts that are over. */
export function addPlatformRoutes(scope: WebService, config: BackendConfig, parts: BackendParts): void {
  const { fanOut, runEngine, threads } = parts
  scope.addHook('onRequest', async ({ headers }) => {
    if (sameSecret(bearerToken(headers), config.serviceSecret)) return
    throw new Refusal(401, 'NOT_AUTHENTICATED', 'Not authenticated')
  })

  scope.post('/internal/session-ended', { schema: { body: SessionEnded } }, ({ body }) => {
    fanOut.hangUp(body.user_id, 'session ended', body.token_ids)
    return {}
  })

  scope.post('/internal/account-ended', { schema: { body: AccountEnded } }, async ({ body }) => {
    fanOut.hangUp(body.user_id, 'account ended')
    await runEngine.stopAllOf(body.user_id)
    await threads.removeAllOf(body.user_id)
    return {}
  })
}
