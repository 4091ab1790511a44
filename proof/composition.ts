import { describeForClients } from '@netra/local-stack/env-file'
import { openDoor, type Door } from '@netra/local-stack/service-kit/door'
import { startAuthService } from '@netra/local-stack/auth-service/service'
import { startBackend } from '@netra/local-stack/backend/service'
import { openOperator } from '@netra/local-stack/operator'
import { startService } from '@netra/local-stack/starters'
import {
  configureServices,
  makeSecrets,
  SERVICE_NAMES,
  type ServiceConfigs,
  USUAL_CHOICES,
  type ServiceName,
  type ServiceUrls,
  type StackChoices,
  type StackSecrets,
} from '@netra/local-stack/stack-config'
import type { Defect } from './defect.ts'
import { openRelay } from './wire/relay.ts'
import type { Saboteur } from './wire/saboteur.ts'

/** What the suite has to know of a platform: addresses and secrets, by its own names. */
export type Environment = Readonly<Record<string, string>>

/** A whole platform in this process. */
export interface Platform {
  /** What the suite has to know of it. */
  readonly environment: Environment
  readonly urls: ServiceUrls
  readonly secrets: StackSecrets
  stop(): Promise<void>
}

/** Puts a whole platform together, with some parts exchanged, and somebody on the wire in front of it. */
export async function composePlatform(
  databaseUrl: string,
  { plant = () => ({}), wire, settings = {} }: Pick<Defect, 'plant' | 'wire' | 'settings'>,
  choices: StackChoices = USUAL_CHOICES,
): Promise<Platform> {
  const entries = SERVICE_NAMES.map(async (name) => [name, await openDoor()] as const)
  const doors = Object.fromEntries(await Promise.all(entries)) as Record<ServiceName, Door>
  const urls = Object.fromEntries(SERVICE_NAMES.map((name) => [name, doors[name].url])) as ServiceUrls
  const secrets = makeSecrets()
  const relays = wire ? await openRelays(urls, wire()) : undefined
  const known = { ...urls, ...relays?.urls }
  const configs = knownAs(known, configureServices(urls, databaseUrl, secrets, choices))
  const { auth, backend } = plant(configs)
  const services = await Promise.all([
    startService('identity-provider', doors['identity-provider'], configs['identity-provider']),
    startAuthService(doors['auth-service'], configs['auth-service'], auth),
    startBackend(doors.backend, configs.backend, backend),
    startService('model-server', doors['model-server'], configs['model-server']),
    startService('frontend', doors.frontend, configs.frontend),
  ])
  const further = { ...configs.backend, isFurther: true } as const
  const operator = await openOperator(urls.backend, (door) => startBackend(door, further, backend))
  return {
    ...{ urls, secrets },
    environment: { ...describeForClients({ urls: known, secrets, operatorUrl: operator.url }), ...settings },
    stop: async () => {
      await operator.close()
      await relays?.close()
      await Promise.all(services.map((service) => service.stop()))
    },
  }
}

/** Services tell browsers the addresses that browsers know; among themselves they go on as they are. */
function knownAs(urls: ServiceUrls, configs: ServiceConfigs): ServiceConfigs {
  const { 'identity-provider': provider, 'auth-service': auth, backend } = configs
  const [authUrl, frontendUrl] = [urls['auth-service'], urls.frontend]
  return {
    ...configs,
    'identity-provider': { ...provider, redirectUri: `${authUrl}/auth/callback` },
    'auth-service': { ...auth, authUrl, frontendUrl },
    backend: { ...backend, frontendUrl },
  }
}

/** One relay in front of each service that the suite talks to. */
async function openRelays(
  urls: ServiceUrls,
  saboteur: Saboteur,
): Promise<{ urls: Partial<ServiceUrls>; close: () => Promise<unknown> }> {
  const [auth, backend, frontend] = await Promise.all([
    openRelay('auth', urls['auth-service'], saboteur),
    openRelay('backend', urls.backend, saboteur),
    openRelay('frontend', urls.frontend, saboteur),
  ])
  return {
    urls: { 'auth-service': auth.url, backend: backend.url, frontend: frontend.url },
    close: () => Promise.all([auth, backend, frontend].map((relay) => relay.close())),
  }
}
