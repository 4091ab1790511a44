/**
 * A process of its own for one damaged platform: what is broken there breaks nothing here. It ends when the
 * process that started it lets go of the channel.
 */
import { tellParent } from '@netra/local-stack/service-kit/child-process'
import { composePlatform } from './composition.ts'
import { plantedDefect } from './planted.ts'

const [databaseUrl = '', id = ''] = process.argv.slice(2)

const abandoned = new Promise((resolve) => process.once('disconnect', resolve))

try {
  const defect = id === '' ? undefined : await plantedDefect(id)
  const platform = await composePlatform(databaseUrl, defect?.plant ?? (() => ({})))
  tellParent({ environment: platform.environment })
  await abandoned
  await platform.stop()
} catch (error) {
  tellParent({ failed: error instanceof Error ? error.message : String(error) })
}
process.exit()
