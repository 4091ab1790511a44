import type { Door } from '#kit/door'
import type { RunningService } from '#kit/running-service'
import type { ServiceConfigs, ServiceName } from './stack-config.ts'

/** Starts one service behind its door. */
export type Starter<Name extends ServiceName> = (
  door: Door,
  config: ServiceConfigs[Name],
) => Promise<RunningService>

type Loaders = { readonly [Name in ServiceName]: () => Promise<Starter<Name>> }

/** How each service is loaded: its code is only read when somebody wants it. */
const LOADERS: Loaders = {
  'identity-provider': async () => (await import('#identity-provider/service')).startIdentityProvider,
  'auth-service': async () => (await import('#auth-service/service')).startAuthService,
  backend: async () => (await import('#backend/service')).startBackend,
  'model-server': async () => (await import('#model-server/service')).startModelServer,
  frontend: async () => (await import('#frontend/service')).startFrontend,
}

/** Reads a service's code. @returns what starts it */
export function loadService<Name extends ServiceName>(name: Name): Promise<Starter<Name>> {
  return LOADERS[name]()
}

/** Reads a service's code and starts it. */
export async function startService<Name extends ServiceName>(
  name: Name,
  door: Door,
  config: ServiceConfigs[Name],
): Promise<RunningService> {
  const start = await loadService(name)
  return start(door, config)
}
