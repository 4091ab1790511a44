import { openDoor } from '#kit/door'
import type { RunningService } from '#kit/running-service'
import type { ServiceConfigs, ServiceName } from './stack-config.ts'
import { loadService, type Starter } from './starters.ts'
import type { SupervisedService } from './supervision.ts'

/** Starts a service in this process: it shares the code, and the end, of all others here. */
export function hostService(name: ServiceName, port: number): SupervisedService {
  // Its code is read while its database is still being started.
  const loading: Promise<Starter<never>> = loadService(name)
  const opening = openDoor(port)
  const url = opening.then((door) => door.url)
  for (const promise of [loading, url]) promise.catch(() => undefined)
  let running: Promise<RunningService> | undefined
  const start = async (config: ServiceConfigs[ServiceName]): Promise<RunningService> =>
    (await loading)(await opening, config as never)
  return {
    name,
    url,
    // It ends with this process, and with nothing else.
    ended: new Promise(() => undefined),
    configure: async (config) => {
      await (running = start(config))
    },
    stop: async () => {
      const service = await running?.catch(() => undefined)
      await (service ? service.stop() : opening.then((door) => door.close()).catch(() => undefined))
    },
  }
}
