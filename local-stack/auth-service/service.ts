import cookie from '@fastify/cookie'
import { compose, type Replacements } from '#kit/compose'
import { CONTRACT_LIMITS } from '#kit/contract-limits'
import { openDatabase } from '#kit/database'
import type { Door } from '#kit/door'
import { addHealthRoute } from '#kit/health'
import type { RunningService } from '#kit/running-service'
import { createWebService } from '#kit/web-service'
import { authRecipes, type AuthConfig, type AuthParts } from './parts.ts'
import { addAccountRoutes } from './routes/accounts.ts'
import { addOutsideProviderRoutes } from './routes/outside-provider.ts'
import { addSessionRoutes } from './routes/sessions.ts'
import { addSimulationRoute } from './routes/simulation.ts'

export type { AuthConfig, AuthParts } from './parts.ts'

/** The auth service: accounts, sessions, tokens, and the outside provider. */
export async function startAuthService(
  door: Door,
  config: AuthConfig,
  replacements: Replacements<AuthParts> = {},
): Promise<RunningService> {
  const sql = await openDatabase(config.databaseUrl, 'auth')
  const parts = compose(authRecipes(config, sql), replacements)
  const app = await createWebService({
    door,
    bodyLimit: CONTRACT_LIMITS.bodyBytes,
    browserOrigin: config.frontendUrl,
    describeFault: parts.describeFault,
    isPrivate: true,
  })
  await app.register(cookie)
  addHealthRoute(app, { service: 'auth-service', environment: config.environment }, sql)
  addAccountRoutes(app, parts)
  addSessionRoutes(app, parts)
  addOutsideProviderRoutes(app, config, parts)
  if (['local', 'staging'].includes(config.environment)) addSimulationRoute(app, parts)
  await app.ready()
  return {
    url: door.url,
    stop: async () => {
      await app.close()
      await door.close()
      await sql.end({ timeout: 1 })
    },
  }
}
