/**
 * A process of its own that owns the PostgreSQL server. It ends the server and removes its files as soon as
 * the process that asked for it lets go of the channel, however that process ended (`kill -9` included).
 */
import { tellParent, whenAbandoned } from '#kit/child-process'
import { startCluster } from './cluster.ts'

const fail = (error: unknown): undefined => {
  tellParent({ failed: error instanceof Error ? error.message : String(error) })
}
// A program that cannot be started at all is told as an event, before its start fails and is cleaned up after.
process.on('uncaughtException', fail)

const abandoned = new Promise<void>(whenAbandoned)
const cluster = await startCluster().catch(fail)

if (cluster) {
  tellParent({ url: cluster.url })
  if (process.connected) await abandoned
  await cluster.stop()
}
process.exit()
