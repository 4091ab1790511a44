import type { ClientContext } from '#clients/client-context'
import type { Target } from '#target/settings'
import type { Duration } from '#waiting/duration'
import { UNPACED, type Pacer } from '#waiting/pacer'
import { Wire } from '#wire/wire'

/**
 * For a few calls before anything is judged: nobody waits for long.
 *
 * @param wire told of each call
 * @param pacer who counts them; nobody, unless a run is told of
 */
export function shortContext(
  { addresses, network }: Pick<Target, 'addresses' | 'network'>,
  patience: Duration,
  stop = new AbortController().signal,
  wire = new Wire([]),
  pacer: Pacer = UNPACED,
): ClientContext {
  return { addresses, network, wire, pacer, patience, silence: patience, stop }
}
