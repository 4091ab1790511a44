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
  type ServiceName,
  type ServiceUrls,
} from '@netra/local-stack/stack-config'
import type { Defect } from './defect.ts'

/** What the suite has to know of a platform: addresses and secrets, by its own names. */
export type Environment = Readonly<Record<string, string>>

/** Puts a whole platform together in this process, with some parts exchanged. @returns what the suite has to know */
export async function composePlatform(
  databaseUrl: string,
  plant: NonNullable<Defect['plant']>,
): Promise<{ environment: Environment; stop: () => Promise<void> }> {
  const entries = SERVICE_NAMES.map(async (name) => [name, await openDoor()] as const)
  const doors = Object.fromEntries(await Promise.all(entries)) as Record<ServiceName, Door>
  const urls = Object.fromEntries(SERVICE_NAMES.map((name) => [name, doors[name].url])) as ServiceUrls
  const secrets = makeSecrets()
  const configs = configureServices(urls, databaseUrl, secrets, USUAL_CHOICES)
  const { auth, backend } = plant(configs)
  const services = await Promise.all([
    startService('identity-provider', doors['identity-provider'], configs['identity-provider']),
    startAuthService(doors['auth-service'], configs['auth-service'], auth),
    startBackend(doors.backend, configs.backend, backend),
    startService('model-server', doors['model-server'], configs['model-server']),
    startService('frontend', doors.frontend, configs.frontend),
  ])
  return {
    environment: describeForClients({ urls, secrets }),
    stop: async () => {
      await Promise.all(services.map((service) => service.stop()))
    },
  }
}
