import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { Door } from '#kit/door'
import type { RunningService } from '#kit/running-service'
import { createWebService, type WebService } from '#kit/web-service'
import { protectPage } from './page-protection.ts'

/** Everything the frontend has to be told: whom its pages talk to. */
export interface FrontendConfig {
  readonly authUrl: string
  readonly backendUrl: string
  readonly websocketUrl: string
}

/** The chat page, and the addresses that it needs. */
export async function startFrontend(door: Door, config: FrontendConfig): Promise<RunningService> {
  const app = await createWebService({
    door,
    bodyLimit: 1024,
    describeFault: ({ message }) => ({ detail: message }),
  })
  app.get('/health', async () => ({
    service: 'frontend',
    version: '1.0.0',
    ...(await examine(config)),
  }))
  app.get('/config.json', () => config)
  await addPages(app, config)
  await addLibraries(app)
  await app.ready()
  return {
    url: door.url,
    stop: async () => {
      await app.close()
      await door.close()
    },
  }
}

async function addPages(app: WebService, config: FrontendConfig): Promise<void> {
  const root = new URL('public/', import.meta.url)
  const protection = await protectPage(new URL('index.html', root), Object.values(config))
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(protection)
  })
  await app.register(fastifyStatic, { root: fileURLToPath(root) })
  for (const page of ['/auth/callback', '/auth/error']) {
    app.get(page, (_request, reply) => reply.sendFile('index.html'))
  }
}

/** The browser's libraries, served as their packages ship them: there is no build step. */
const LIBRARIES = {
  'preact.js': 'preact',
  'preact-hooks.js': 'preact/hooks',
  'htm.js': 'htm',
  'pico.css': '@picocss/pico/css/pico.min.css',
} as const

async function addLibraries(app: WebService): Promise<void> {
  for (const [name, specifier] of Object.entries(LIBRARIES)) {
    const content = await readFile(fileURLToPath(import.meta.resolve(specifier)))
    app.get(`/lib/${name}`, (_request, reply) =>
      reply.type(name.endsWith('.css') ? 'text/css' : 'text/javascript').send(content),
    )
  }
}

interface Health {
  readonly status: 'healthy' | 'degraded' | 'unhealthy'
  readonly dependencies: Readonly<Record<'backend' | 'auth', 'healthy' | 'unhealthy'>>
}

const PATIENCE_MS = 1_000

async function examine({ authUrl, backendUrl }: FrontendConfig): Promise<Health> {
  const [backend, auth] = await Promise.all([isHealthy(backendUrl), isHealthy(authUrl)])
  const status = backend && auth ? 'healthy' : backend || auth ? 'degraded' : 'unhealthy'
  return { status, dependencies: { backend: name(backend), auth: name(auth) } }
}

async function isHealthy(url: string): Promise<boolean> {
  const answer = fetch(`${url}/health`, { signal: AbortSignal.timeout(PATIENCE_MS) })
  return answer.then(({ ok }) => ok).catch(() => false)
}

function name(healthy: boolean): 'healthy' | 'unhealthy' {
  return healthy ? 'healthy' : 'unhealthy'
}
