import { ROUTES } from '#contract/routes'
import type { Answer } from '#clients/answer'
import { PROMISED } from '#contract/promises'
import { allOf } from '#waiting/all-of'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { isLate, type HealthReport } from './health-reports.checks.ts'
import type { HealthLook, HealthSetting } from './health-fields.checks.ts'
import { remarksOn, type HealthService } from './health-values.checks.ts'

const HEALTH = { auth: ROUTES.authHealth, backend: ROUTES.backendHealth, frontend: ROUTES.frontendHealth }

const SERVICES = Object.keys(HEALTH) as HealthService[]

/** So often is every service asked: what is so every third time shows. */
const FIRST = 3
/** So often is a service asked again that was not well: at another instance, or in a better moment. */
const AGAIN = 6

/** Asks every service for its health, at the same moment, a few times. @throws {Unexpected} */
export function healthReports({ http }: Person, scenario: Scenario): Promise<HealthReport[]> {
  const setting = healthSetting(scenario)
  const limit = scenario.within(PROMISED.health)
  return allOf(
    SERVICES.map(async (service) => {
      const route = HEALTH[service]
      const look = async (): Promise<HealthLook> => {
        const answer = await http.call(route)
        // What it is answered is judged here.
        scenario.faults.expectExchange(answer.exchange)
        return lookAt(answer)
      }
      const isDoubtful = (one: HealthLook): boolean =>
        isLate(one, limit) || remarksOn(service, one, setting).some(({ unless }) => unless !== undefined)
      const looks = await allOf(Array.from({ length: FIRST }, look))
      if (looks.some(isDoubtful)) looks.push(...(await allOf(Array.from({ length: AGAIN }, look))))
      return { service, looks }
    }),
  )
}

/** What has to be known to judge what services say of themselves. */
export function healthSetting({ health, skewMs, offers }: Scenario): HealthSetting {
  const earlier = Object.fromEntries(health.map(({ service, uptime }) => [service, uptime]))
  return { skewMs, earlier, isForTests: offers.has('oauth-simulation') }
}

function lookAt({ status, body, elapsedMs }: Answer): HealthLook {
  const to = Date.now()
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  const said = isObject ? (body as Record<string, unknown>) : undefined
  return { status, said, tookMs: elapsedMs, from: to - elapsedMs, to }
}
