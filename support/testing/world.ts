import type { Capability } from '#contract/capabilities'
import { readTarget } from '#target/settings'
import { UNPACED } from '#waiting/pacer'
import { PlatformWorld } from '#world/platform-world'
import { Scenario } from '#world/scenario'
import { exchange } from './exchange.ts'

/** A world in which nothing has begun, and what is attached to it. */
export function openWorld(): { world: PlatformWorld; attached: unknown[][] } {
  const attached: unknown[][] = []
  const attach = (...details: unknown[]): Promise<void> => Promise.resolve(void attached.push(details))
  const quiet = (): void => undefined
  return { world: new PlatformWorld({ attach, log: quiet, link: quiet, parameters: {} }), attached }
}

/** A world in which a scenario has begun. @param capabilities what the target offers */
export function beginScenario(id: string, capabilities: readonly Capability[] = []): PlatformWorld {
  const { world } = openWorld()
  const scenario = new Scenario({
    id,
    run: { id: 'r3k9', folder: 'nowhere', reports: 'nowhere' },
    target: readTarget({}),
    crowds: {},
    health: { healthy: true, capabilities: [...capabilities], skewMs: 0, services: [] },
    worker: 0,
    pacer: UNPACED,
    stop: new AbortController().signal,
  })
  world.begin(scenario, { reason: () => undefined, close: () => undefined })
  return world
}

/** Asha is shown something of her own, so that the monitors have something to find. */
export function showAsha({ scenario: { wire, cast } }: PlatformWorld): void {
  wire.exchange(exchange({ body: cast.person('Asha').marker }))
}
