import type { Door } from '#kit/door'
import type { RunningService } from '#kit/running-service'
import type { ServiceConfigs, ServiceName } from './stack-config.ts'

type Starters = {
  readonly [Name in ServiceName]: (door: Door, config: ServiceConfigs[Name]) => Promise<RunningService>
}

/** How each service is started; its code is only loaded when it is. */
const STARTERS: Starters = {
  'identity-provider': async (door, config) =>
    (await import('#identity-provider/service')).startIdentityProvider(door, config),
  'auth-service': async (door, config) =>
    (await import('#auth-service/service')).startAuthService(door, config),
  backend: async (door, config) => (await import('#backend/service')).startBackend(door, config),
  'model-server': async (door, config) =>
    (await import('#model-server/service')).startModelServer(door, config),
  frontend: async (door, config) => (await import('#frontend/service')).startFrontend(door, config),
}

export function startService<Name extends ServiceName>(
  name: Name,
  door: Door,
  config: ServiceConfigs[Name],
): Promise<RunningService> {
  return STARTERS[name](door, config)
}
