import type { LiveConnection } from '#clients/live-connection'
import { CLOSE } from '#contract/codes'
import { NotTestable } from '#expect/seen'
import { milliseconds } from '#waiting/duration'
import type { ClosedConnection } from './connection-end.checks.ts'

/**
 * Waits for the platform to close a connection. `took` is the close's own time, however late it is asked for.
 *
 * @param since the mark before what has to close it, or the moment that has to: milliseconds on the process's clock
 * @throws {NotObserved} when it stays open for longer than its owner's patience, {NotTestable} when an edge was quicker
 */
export async function closeSince(
  connection: Pick<LiveConnection, 'patience' | 'mustClose'>,
  since: number,
): Promise<ClosedConnection> {
  const left = since + connection.patience.ms - performance.now()
  const { code, at, mayBeLost } = await connection.mustClose(milliseconds(Math.max(0, left)))
  if (mayBeLost)
    throw new NotTestable(`somebody in between had ended the line (${code}) before it was due to end`)
  return { code, took: milliseconds(at - since) }
}

/** The same for several that have to end at that moment: the one whose end is furthest from what is promised. */
export async function worstCloseSince(
  connections: readonly Pick<LiveConnection, 'patience' | 'mustClose'>[],
  since: number,
): Promise<ClosedConnection> {
  const closes = await Promise.all(connections.map((connection) => closeSince(connection, since)))
  const [last, ...others] = closes.toSorted((one, other) => other.took.ms - one.took.ms)
  if (!last) throw new Error('there are no lines that could end')
  return others.find(({ code }) => code !== CLOSE.policyViolation) ?? last
}
