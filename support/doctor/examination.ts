import { randomBytes } from 'node:crypto'
import { ROUTES } from '#contract/routes'
import { faultFoundIn } from '#preflight/consequences'
import { lookAhead, type Foresight } from '#preflight/preflight'
import { examine } from '#run/health'
import { BadSettings, type Environment } from '#target/environment'
import { refuseOddSettings } from '#target/odd-settings'
import type { Health } from '#target/run-context'
import { readTarget, targetName, type Target } from '#target/settings'
import { milliseconds, seconds } from '#waiting/duration'
import { adviseFor, correct, type Diagnosis } from './diagnosis.ts'
import { capabilitiesFound } from './capabilities-found.ts'
import { servicesFound } from './services-found.ts'
import { settingsFound } from './settings-found.ts'

/**
 * Looks at a target as a run would, and says whether one makes sense. Nothing is waited for.
 *
 * @param read gives what is set, or says why that cannot be read
 */
export async function diagnose(read: () => Environment): Promise<Diagnosis> {
  const environment = orFault(read)
  if (environment instanceof BadSettings) return withoutTarget({}, correct(environment.message))
  const target = orFault(() => targetOf(environment))
  if (target instanceof BadSettings) return withoutTarget(environment, correct(target.message))
  if (target.kind === 'local') return withoutTarget(environment, adviseFor(STARTED, undefined), target)
  const health = await examine({ ...target, wakeUp: milliseconds(0) }, () => undefined)
  const foresight = await lookAhead(target, `doctor-${randomBytes(3).toString('hex')}`, EVERYTHING)
  return conclude(environment, target, health, foresight)
}

const EVERYTHING = { routes: true, ways: true, patience: seconds(10) }
/** Who is started for a run is well when it begins. */
const STARTED = {
  target: 'local',
  services: [],
  ways: [{ method: 'password', state: 'serves', answer: '' }],
} as const

function targetOf(environment: Environment): Target {
  const target = readTarget(environment)
  if (target.kind !== 'local') refuseOddSettings(environment)
  return target
}

function orFault<Value>(read: () => Value): Value | BadSettings {
  try {
    return read()
  } catch (error) {
    if (error instanceof BadSettings) return error
    throw error
  }
}

function withoutTarget(
  environment: Environment,
  advice: ReturnType<typeof correct>,
  target?: Target,
): Diagnosis {
  const settings = settingsFound(environment, target)
  const title = target ? 'a local stack that is started for the run' : 'none'
  const nothing = { services: [], ways: [], capabilities: [], absent: [], expired: [] }
  return { target: targetName(environment), title, settings, ...nothing, ...advice }
}

async function conclude(
  environment: Environment,
  target: Target,
  health: Health,
  foresight: Foresight,
): Promise<Diagnosis> {
  const services = await servicesFound(target, health, foresight)
  const ways = target.signIn.map((method) => ({ method, ...foresight.ways[method] }))
  return {
    ...{ target: target.name, title: target.title, services, ways },
    settings: settingsFound(environment, target),
    capabilities: capabilitiesFound(target, health, foresight),
    absent: foresight.absent.map((name) => ROUTES[name].key),
    expired: expiredIn(target),
    ...adviseFor({ target: target.name, services, ways }, faultFoundIn(foresight, target)),
  }
}

function expiredIn({ deviations }: Target): string[] {
  const today = new Date().toISOString().slice(0, 10)
  return deviations.filter(({ until }) => until < today).map(({ where, what }) => `${where}: ${what}`)
}
