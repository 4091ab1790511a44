import type { ClientContext } from '#clients/client-context'
import type { Target } from '#target/settings'
import type { Duration } from '#waiting/duration'
import { UNPACED } from '#waiting/pacer'
import { Wire } from '#wire/wire'

/** For a few calls before anything is judged: nothing is paced, nobody waits for long. @param wire told of each call */
export function shortContext(
  { addresses, network }: Pick<Target, 'addresses' | 'network'>,
  patience: Duration,
  stop = new AbortController().signal,
  wire = new Wire([]),
): ClientContext {
  return { addresses, network, wire, pacer: UNPACED, patience, silence: patience, stop }
}
