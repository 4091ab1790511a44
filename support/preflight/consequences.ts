import { CAPABILITIES, type Capability } from '#contract/capabilities'
import { ROUTES, type RouteName } from '#contract/routes'
import type { Health, RunAbort } from '#target/run-context'
import type { Target } from '#target/settings'
import { DOORS } from './doors.ts'
import type { Foresight } from './preflight.ts'

/** Why it makes no sense to begin: something that was set does not belong to this platform. */
export function faultFoundIn({ ways, live }: Foresight, { addresses }: Target): RunAbort | undefined {
  const ours = (reason: string): RunAbort => ({ verdict: 'harness-error', reason })
  if (ways['oauth-simulation'].state === 'refused')
    return ours(`E2E_OAUTH_SIMULATION_KEY is not the key of ${addresses.auth}: correct it or unset it`)
  if (ways['staging-jwt'].state === 'refused')
    return ours(`JWT_SECRET_STAGING is not the secret of ${addresses.auth}: correct it or unset it`)
  if (live.state === 'misrouted')
    return { verdict: 'target-unhealthy', reason: `live is misrouted at ${addresses.live}: ${live.answer}` }
  return undefined
}

/** Whether it has to be found out what is offered: a backend that names it has said that it is of this contract. */
export function isUntold({ offersBy }: Pick<Health, 'offersBy'>): boolean {
  return offersBy === 'file'
}

/** What is offered where nobody has said so: what has a door of its own, and what the target's file names besides. */
export function withFindings(health: Health, { doors, absent }: Foresight, target: Target): Health {
  if (!isUntold(health) || doors.size === 0) return health
  const isDemanded = (name: Capability): boolean => target.demandedCapabilities.includes(name)
  const offered = CAPABILITIES.filter((name) => {
    const door = DOORS[name]
    if (isDemanded(name) || door === undefined) return health.capabilities.includes(name)
    return isOpen(door, { doors, absent })
  })
  const due = CAPABILITIES.flatMap((name) => (isDemanded(name) ? (DOORS[name] ?? []) : []))
  const isAllDue = CAPABILITIES.every(isDemanded)
  const missing = absent.filter((name) => !isAllDue && !due.includes(name))
  return { ...health, capabilities: offered, absent: missing.map(keyOf) }
}

/** Whether what stands behind a door can be had there. */
function isOpen(door: RouteName, { doors, absent }: Pick<Foresight, 'doors' | 'absent'>): boolean {
  const status = doors.get(door)?.status
  if (status === undefined || absent.includes(door)) return false
  return door === 'startProviderSignIn' ? status === 302 : status < 500
}

function keyOf(name: RouteName): string {
  return ROUTES[name].key
}
