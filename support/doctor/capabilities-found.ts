import { CAPABILITIES } from '#contract/capabilities'
import { ROUTES } from '#contract/routes'
import { isUntold, withFindings } from '#preflight/consequences'
import { DOORS } from '#preflight/doors'
import type { Foresight } from '#preflight/preflight'
import type { Health } from '#target/run-context'
import type { Target } from '#target/settings'
import type { CapabilityFound } from './diagnosis.ts'

/** What is offered and what is demanded, and by what that is known. */
export function capabilitiesFound(target: Target, health: Health, foresight: Foresight): CapabilityFound[] {
  const { capabilities } = withFindings(health, foresight, target)
  return CAPABILITIES.map((name) => {
    const offered = capabilities.includes(name)
    const demanded = target.demandedCapabilities.includes(name)
    return { name, offered, demanded, how: howKnown(name, offered, health, foresight) }
  })
}

function howKnown(
  name: CapabilityFound['name'],
  offered: boolean,
  health: Health,
  { doors, absent }: Foresight,
): string {
  const door = DOORS[name]
  const asked = door === undefined ? undefined : doors.get(door)
  const seen =
    door && asked
      ? `${ROUTES[door].name} ${absent.includes(door) ? 'is not there' : `answers ${asked.status}`}`
      : ''
  if (isUntold(health)) return seen || (offered ? "by the target's file" : 'nobody says so')
  const by = health.offersBy === 'hand' ? 'set by hand' : 'its backend says so'
  return [by, seen].filter(Boolean).join('; ')
}
