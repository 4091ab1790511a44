import { randomUUID } from 'node:crypto'
import type { LiveConnection } from '#clients/live-connection'
import { seconds } from '#waiting/duration'

const PATIENCE = seconds(5)

/** Whether a line answers when it is asked. */
export async function answersPing(line: LiveConnection): Promise<boolean> {
  if (!line.isOpen) return false
  const nonce = randomUUID()
  const from = line.heard.mark()
  line.ping(nonce)
  const pong = line.mustHear('pong', from, PATIENCE, ({ payload }) => payload.nonce === nonce)
  return pong.then(
    () => true,
    () => false,
  )
}
