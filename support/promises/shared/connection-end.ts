import type { LiveConnection } from '#clients/live-connection'
import { milliseconds } from '#waiting/duration'
import type { ClosedConnection } from './connection-end.checks.ts'

/**
 * Waits for the platform to close a connection. `took` is the close's own time, however late it is asked for.
 *
 * @param since the mark before what has to close it, or the moment that has to: milliseconds on the process's clock
 * @throws {NotObserved} when it stays open for longer than its owner's patience
 */
export async function closeSince(
  connection: Pick<LiveConnection, 'patience' | 'mustClose'>,
  since: number,
): Promise<ClosedConnection> {
  const left = since + connection.patience.ms - performance.now()
  const { code, at } = await connection.mustClose(milliseconds(Math.max(0, left)))
  return { code, took: milliseconds(at - since) }
}
