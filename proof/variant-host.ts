/**
 * A process of its own for damaged platforms, one after another: what is broken there breaks nothing here. It
 * ends when the process that started it lets go of the channel.
 */
import { tellParent } from '@netra/local-stack/service-kit/child-process'
import { composePlatform, type Platform } from './composition.ts'
import { plantedDefect } from './planted.ts'
import type { HostRequest } from './variant.ts'

const host = createHost()

process.on('message', (request: HostRequest) => {
  host.obey(request).then(tellParent, (error: unknown) => {
    tellParent({ failed: error instanceof Error ? error.message : String(error) })
  })
})
process.once('disconnect', () => void host.stop().finally(() => process.exit()))

interface VariantHost {
  obey(request: HostRequest): Promise<object>
  stop(): Promise<object>
}

/** Holds one platform at a time. */
function createHost(): VariantHost {
  let platform: Platform | undefined
  const stop = async (): Promise<object> => {
    await platform?.stop()
    platform = undefined
    return {}
  }
  const start = async (databaseUrl: string, name: string): Promise<object> => {
    const defect = name === '' ? undefined : await plantedDefect(name)
    platform = await composePlatform(databaseUrl, defect ?? {})
    return { environment: platform.environment }
  }
  return {
    stop,
    obey: (request) => (request.word === 'stop' ? stop() : start(request.databaseUrl, request.defect)),
  }
}
