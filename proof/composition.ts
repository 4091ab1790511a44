import { describeForClients } from '@netra/local-stack/env-file'
import { openDoor, type Door } from '@netra/local-stack/service-kit/door'
import { startAuthService } from '@netra/local-stack/auth-service/service'
import { startBackend } from '@netra/local-stack/backend/service'
import { startService } from '@netra/local-stack/starters'
import {
  configureServices,
  makeSecrets,
  SERVICE_NAMES,
  USUAL_CHOICES,
  type ServiceConfigs,
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
  { plant = () => ({}), wire }: Pick<Defect, 'plant' | 'wire'>,
  choices: StackChoices = USUAL_CHOICES,
): Promise<Platform> {
  const entries = SERVICE_NAMES.map(async (name) => [name, await openDoor()] as const)
  const doors = Object.fromEntries(await Promise.all(entries)) as Record<ServiceName, Door>
  const urls = Object.fromEntries(SERVICE_NAMES.map((name) => [name, doors[name].url])) as ServiceUrls
  const secrets = makeSecrets()
  const relays = wire ? await openRelays(urls, wire()) : undefined
  const configs = cameBackBy(relays?.urls, configureServices(urls, databaseUrl, secrets, choices))
  const { auth, backend } = plant(configs)
  const services = await Promise.all([
    startService('identity-provider', doors['identity-provider'], configs['identity-provider']),
    startAuthService(doors['auth-service'], configs['auth-service'], auth),
    startBackend(doors.backend, configs.backend, backend),
    startService('model-server', doors['model-server'], configs['model-server']),
    startService('frontend', doors.frontend, configs.frontend),
  ])
  return {
    ...{ urls, secrets },
    environment: describeForClients({ urls: { ...urls, ...relays?.urls }, secrets }),
    stop: async () => {
      await relays?.close()
      await Promise.all(services.map((service) => service.stop()))
    },
  }
}

/** A sign-in at the outside provider comes back to where it began, and comes out at home: at the relays, if there are any. */
function cameBackBy(relays: Partial<ServiceUrls> | undefined, configs: ServiceConfigs): ServiceConfigs {
  const { 'auth-service': authUrl, frontend: frontendUrl } = relays ?? {}
  if (authUrl === undefined || frontendUrl === undefined) return configs
  return {
    ...configs,
    'identity-provider': { ...configs['identity-provider'], redirectUri: `${authUrl}/auth/callback` },
    'auth-service': { ...configs['auth-service'], authUrl, frontendUrl },
  }
}

/** One relay in front of each service that the suite talks to. */
async function openRelays(
  urls: ServiceUrls,
  saboteur: Saboteur,
): Promise<{ urls: Partial<ServiceUrls>; close: () => Promise<unknown> }> {
  const frontend = await openRelay('frontend', urls.frontend, saboteur)
  const [auth, backend] = await Promise.all([
    openRelay('auth', urls['auth-service'], saboteur),
    openRelay('backend', urls.backend, saboteur, { [frontend.url]: urls.frontend }),
  ])
  return {
    urls: { 'auth-service': auth.url, backend: backend.url, frontend: frontend.url },
    close: () => Promise.all([auth, backend, frontend].map((relay) => relay.close())),
  }
}
