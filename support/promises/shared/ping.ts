import { randomUUID } from 'node:crypto'
import type { LiveConnection } from '#clients/live-connection'
import { seconds } from '#waiting/duration'

const PATIENCE = seconds(5)

/** Whether a line answers when it is asked. */
export async function answersPing(connection: LiveConnection): Promise<boolean> {
  if (!connection.isOpen) return false
  const nonce = randomUUID()
  const from = connection.received.mark()
  connection.ping(nonce)
  const pong = connection.mustReceive('pong', from, PATIENCE, ({ payload }) => payload.nonce === nonce)
  return pong.then(
    () => true,
    () => false,
  )
}
