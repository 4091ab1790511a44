/**
 * A process of its own that owns the PostgreSQL server. It ends the server and removes its files as soon as
 * the process that asked for it lets go of the channel, however that process ended (`kill -9` included).
 */
import { tellParent } from '#kit/child-process'
import { startCluster } from './cluster.ts'

const cluster = await startCluster().catch((error: unknown) => {
  tellParent({ failed: error instanceof Error ? error.message : String(error) })
  return undefined
})

if (cluster) {
  tellParent({ url: cluster.url })
  if (process.connected) await new Promise((resolve) => process.once('disconnect', resolve))
  await cluster.stop()
}
process.exit()
