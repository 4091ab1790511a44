import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import formbody from '@fastify/formbody'
import type { Provider } from 'oidc-provider'
import { openDatabase } from '#kit/database'
import type { Door } from '#kit/door'
import { createPasswords } from '#kit/passwords'
import type { RunningService } from '#kit/running-service'
import { createWebService, type WebService } from '#kit/web-service'
import { createArtifacts } from './artifacts.ts'
import { createIdentities } from './identities.ts'
import { addInteractionRoutes } from './interactions.ts'
import { createProvider } from './provider.ts'
import { addSignUpRoutes } from './sign-up.ts'

/** Everything the outside provider has to be told. */
export interface ProviderConfig {
  readonly databaseUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where the platform takes its people back. */
  readonly redirectUri: string
}

/** The outside provider: an OpenID Connect provider with sign-up, sign-in and consent pages. */
export async function startIdentityProvider(door: Door, config: ProviderConfig): Promise<RunningService> {
  const sql = await openDatabase(config.databaseUrl, 'identity_provider')
  const identities = createIdentities(sql, createPasswords())
  const client = { ...config, clientName: 'Netra' }
  const provider = await createProvider(door.url, client, identities, createArtifacts(sql))
  const app = await createWebService({
    door,
    bodyLimit: 64 * 1024,
    describeFault: ({ message }) => ({ detail: message }),
  })
  await app.register(formbody)
  app.get('/health', () => ({ status: 'healthy', service: 'identity-provider' }))
  addInteractionRoutes(app, provider, identities)
  addSignUpRoutes(app, identities)
  await addStyleSheet(app)
  await app.register(async (scope) => passToProvider(scope, provider))
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

async function addStyleSheet(app: WebService): Promise<void> {
  const file = import.meta.resolve('@picocss/pico/css/pico.min.css')
  const styles = await readFile(fileURLToPath(file))
  app.get('/assets/pico.min.css', (_request, reply) => reply.type('text/css').send(styles))
}

/** Every other address is the protocol's own; oidc-provider reads those requests unparsed. */
function passToProvider(
  scope: Pick<WebService, 'all' | 'addContentTypeParser' | 'removeAllContentTypeParsers'>,
  provider: Provider,
): void {
  const answer = provider.callback()
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
  scope.all('/*', async (request, reply) => {
    reply.hijack()
    await answer(request.raw, reply.raw)
  })
}
