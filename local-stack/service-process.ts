/**
 * One service in a process of its own. It opens its door, says where that is, learns who its neighbours are,
 * and stops when the process that started it lets go of the channel.
 */
import { tellParent, whenAbandoned } from '#kit/child-process'
import { openDoor } from '#kit/door'
import type { ServiceConfigs, ServiceName } from './stack-config.ts'
import { startService } from './starters.ts'

const [name, port] = process.argv.slice(2) as [ServiceName, string]

const abandoned = new Promise<void>(whenAbandoned)
const configured = new Promise<ServiceConfigs[ServiceName]>((resolve) => process.once('message', resolve))

try {
  const door = await openDoor(Number(port))
  tellParent({ url: door.url })
  const config = await Promise.race([configured, abandoned.then(() => undefined)])
  if (config) {
    const service = await startService(name, door, config as never)
    tellParent({ ready: true })
    await abandoned
    await service.stop()
  }
} catch (error) {
  tellParent({ failed: error instanceof Error ? error.message : String(error) })
}
process.exit()
