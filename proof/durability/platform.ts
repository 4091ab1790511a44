import { openStackDatabase } from '@netra/local-stack/postgres/server'
import { openDoor } from '@netra/local-stack/service-kit/door'
import { startService } from '@netra/local-stack/starters'
import {
  configureServices,
  makeSecrets,
  SERVICE_NAMES,
  USUAL_CHOICES,
  type ServiceUrls,
  type StackSecrets,
} from '@netra/local-stack/stack-config'
import { BackendProcess } from './backend-process.ts'

/** A platform whose backend can be lost while everything else goes on. */
export interface MortalPlatform {
  readonly urls: ServiceUrls
  readonly secrets: StackSecrets
  readonly backend: BackendProcess
  stop(): Promise<void>
}

/** Slow enough for the backend to be lost in the middle of the work. */
const CHOICES = { ...USUAL_CHOICES, pieceDelay: 8 }

/** Starts the services that answering a question takes; what is kept is kept in a database of its own. */
export async function startMortalPlatform(): Promise<MortalPlatform> {
  const database = await openStackDatabase(process.env['DATABASE_URL'])
  const doors = await Promise.all(SERVICE_NAMES.map(async (name) => ({ name, door: await openDoor() })))
  const urls = Object.fromEntries(doors.map(({ name, door }) => [name, door.url])) as ServiceUrls
  const secrets = makeSecrets()
  const configs = configureServices(urls, database.url, secrets, CHOICES)
  const backend = new BackendProcess(urls.backend, configs.backend)
  const others = doors.flatMap(({ name, door }) => {
    return name === 'auth-service' || name === 'model-server' ? [startService(name, door, configs[name])] : []
  })
  // The backend takes its address over; nobody asks the others for anything here.
  const unused = doors.filter(({ name }) => name !== 'auth-service' && name !== 'model-server')
  await Promise.all(unused.map(({ door }) => door.close()))
  const services = await Promise.all(others)
  await backend.start()
  return {
    ...{ urls, secrets, backend },
    stop: async () => {
      await backend.stop()
      await Promise.all(services.map((service) => service.stop()))
      await database.drop()
    },
  }
}
