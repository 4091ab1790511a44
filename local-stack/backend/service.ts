import { compose, type Replacements } from '#kit/compose'
import { openDatabase } from '#kit/database'
import type { Door } from '#kit/door'
import { addHealthRoute } from '#kit/health'
import { publishRoutes } from '#kit/published-routes'
import type { RunningService } from '#kit/running-service'
import { createWebService, type WebService } from '#kit/web-service'
import { CAPABILITIES } from './capabilities.ts'
import { CLIENT_FRAME_TYPES } from './live/frames.ts'
import { addLiveGateway, MAX_MESSAGE_BYTES } from './live/gateway.ts'
import { backendRecipes, type BackendConfig, type BackendParts } from './parts.ts'
import { membersOnly } from './routes/members-only.ts'
import { addPlatformRoutes } from './routes/platform.ts'
import { addRunRoutes } from './routes/runs.ts'
import { addMessageRoutes, addThreadRoutes } from './routes/threads.ts'

export type { BackendConfig, BackendParts } from './parts.ts'

const BODY_LIMIT = 256 * 1024

/** The backend: conversations, the agents that answer, and the live channel that tells of it. */
export async function startBackend(
  door: Door,
  config: BackendConfig,
  replacements: Replacements<BackendParts> = {},
): Promise<RunningService> {
  const sql = await openDatabase(config.databaseUrl, 'backend')
  const parts = compose(backendRecipes(config, sql), replacements)
  const app = await createWebService({
    door,
    bodyLimit: BODY_LIMIT,
    browserOrigin: config.frontendUrl,
    describeFault: parts.describeFault,
    isPrivate: true,
  })
  await publishRoutes(app, { title: 'Netra backend', more: { 'x-live-client-messages': CLIENT_FRAME_TYPES } })
  const { environment } = config
  addHealthRoute(app, { service: 'netra-backend', environment, more: { capabilities: CAPABILITIES } }, sql)
  await addLiveGateway(app, parts, {
    heartbeatSeconds: config.heartbeatSeconds,
    maxMessageBytes: MAX_MESSAGE_BYTES,
    now: () => parts.clock.now(),
  })
  await app.register(async (scope: WebService) => addMemberRoutes(scope, parts))
  await app.register(async (scope: WebService) => addPlatformRoutes(scope, config, parts))
  if (!config.isFurther) await parts.runEngine.recover()
  await app.ready()
  return {
    url: door.url,
    stop: async () => {
      await app.close()
      await parts.runEngine.stop()
      await door.close()
      await sql.end({ timeout: 1 })
    },
  }
}

function addMemberRoutes(scope: WebService, parts: BackendParts): void {
  const who = membersOnly(scope, parts)
  scope.get('/api/v1/user/profile', async (request) => {
    const { userId, email, name } = await parts.profileOf(who(request))
    return { user_id: userId, email, name, plan: 'free' }
  })
  addThreadRoutes(scope, parts, who)
  addMessageRoutes(scope, parts, who)
  addRunRoutes(scope, parts, who)
}
