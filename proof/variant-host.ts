/**
 * A process of its own for damaged platforms, one after another: what is broken there breaks nothing here. It
 * ends when the process that started it lets go of the channel.
 */
import { tellParent } from '@netra/local-stack/service-kit/child-process'
import { composePlatform } from './composition.ts'
import { plantedDefect } from './planted.ts'
import type { HostRequest } from './variant.ts'

let platform: Awaited<ReturnType<typeof composePlatform>> | undefined

process.on('message', (request: HostRequest) => {
  obey(request).then(tellParent, (error: unknown) => {
    tellParent({ failed: error instanceof Error ? error.message : String(error) })
  })
})
process.once('disconnect', () => void stop().finally(() => process.exit()))

async function obey(request: HostRequest): Promise<object> {
  if (request.word === 'stop') return stop()
  const defect = request.defect === '' ? undefined : await plantedDefect(request.defect)
  platform = await composePlatform(request.databaseUrl, defect ?? {})
  return { environment: platform.environment }
}

async function stop(): Promise<object> {
  await platform?.stop()
  platform = undefined
  return {}
}
