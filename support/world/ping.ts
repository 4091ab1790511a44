import { randomUUID } from 'node:crypto'
import type { LiveConnection } from '#clients/live-connection'
import { see, NotSeen } from '#expect/seen'

/** Whether a connection answers a ping of ours, within its owner's patience. It is a fence, too: order is kept. */
export async function answersPing(connection: LiveConnection): Promise<boolean> {
  if (!connection.isOpen) return false
  const nonce = randomUUID()
  const from = connection.received.mark()
  connection.ping(nonce)
  const pong = await see(() =>
    connection.mustReceive('pong', from, connection.patience, ({ payload }) => payload.nonce === nonce),
  )
  return !(pong instanceof NotSeen)
}
