import { CAPABILITIES } from '#contract/capabilities'
import { describeLimit, isInTime, type TimeLimit } from '#contract/promises'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { formatDuration, milliseconds } from '#waiting/duration'
import type { HealthLook, HealthSetting, Remark } from './health-fields.checks.ts'
import { remarksOn, type HealthService } from './health-values.checks.ts'

/** What one service says of its health: asked a few times, and again where that was not as it has to be. */
export interface HealthReport {
  readonly service: HealthService
  readonly looks: readonly HealthLook[]
}

/** Every service answers in time; once late, or twice of many, may be an accident. */
export function healthInTime(seen: Seen<readonly HealthReport[]>, limit: TimeLimit): Check {
  return check('health-is-told-in-time', describeLimit(limit), seen, (reports) => {
    const late = reports.filter(({ looks }) => shareOf(looks, (look) => isLate(look, limit)) > FEW)
    const observed = reports.map(({ service, looks }) => `${service} after ${timesOf(looks)}`).join(', ')
    return settle(late.length === 0 && reports.length > 0, { observed })
  })
}

/** Whether it took longer than is promised. */
export function isLate({ tookMs }: HealthLook, limit: TimeLimit): boolean {
  return !isInTime(milliseconds(tookMs), limit)
}

/** What every service says of itself can be, and is so. What it leaves out is a deviation. */
export function healthIsTrue(seen: Seen<readonly HealthReport[]>, setting: HealthSetting): Check {
  const expected = 'up, by its own name, with its database and all that it needs, and the time of now'
  return check('health-is-told-as-it-is', expected, seen, (reports) => {
    const told = reports.flatMap(({ service, looks }) => remarksThatStand(service, looks, setting))
    const broken = told.filter(({ weight }) => weight === 'breaks').map(({ text }) => text)
    const observed = broken.join('; ') || `${reports.length} services, each as it has to be`
    const deviations = told.filter(({ weight }) => weight === 'differs').map(({ text }) => text)
    return settle(broken.length === 0 && reports.length > 0, { observed, deviations })
  })
}

/** The backend names what the platform offers, in a list, by the names of the contract. */
export function offersAreNamed(seen: Seen<readonly HealthReport[]>): Check {
  const expected = 'a list of what the platform offers, each once, by its name'
  return check('offers-are-named', expected, seen, (reports) => {
    const named = mostDoubtful(reports.find(({ service }) => service === 'backend')?.looks ?? [])
    if (named === undefined) return { observed: 'no list', deviations: [`${HEALTH}: names no capabilities`] }
    const names: readonly unknown[] = Array.isArray(named) ? named : []
    const isList = Array.isArray(named) && names.every((name) => typeof name === 'string' && name !== '')
    const observed = isList ? `${names.length} named: ${names.join(', ')}` : JSON.stringify(named)
    const unknown = names.filter((name) => !(CAPABILITIES as readonly unknown[]).includes(name))
    const isOdd = names.length > 0 && unknown.length === names.length
    const deviations = unknown.map((name) => `${HEALTH}: names ${String(name)}, which the contract does not`)
    return settle(isList && new Set(names).size === names.length && !isOdd, { observed, deviations })
  })
}

/** Of all that was named, what is no list of names; or that nothing is named now and then. */
function mostDoubtful(looks: readonly HealthLook[]): unknown {
  const all = looks.flatMap(({ said }) => (said ? [said['capabilities']] : []))
  const isNothing = (named: unknown): boolean => Array.isArray(named) && named.length === 0
  const odd = all.find((named) => named !== undefined && !Array.isArray(named))
  if (odd !== undefined) return odd
  return all.some(isNothing) && !all.every(isNothing) ? 'nothing any more' : all[0]
}

const HEALTH = 'GET /health of the backend'
/** More than so much of the looks is no accident, of lateness and of what may differ from moment to moment. */
const [FEW, MOST] = [0.25, 0.5]

/** What stands after all looks: what may be an accident does not when it was so only now and then. */
function remarksThatStand(
  service: HealthService,
  looks: readonly HealthLook[],
  setting: HealthSetting,
): readonly Remark[] {
  const all = looks.map((look) => remarksOn(service, look, setting))
  const first = new Map(all.flat().map((remark) => [remark.about, remark]))
  return [...first.values()].filter(({ about, unless }) => {
    const share = shareOf(all, (remarks) => remarks.some((remark) => remark.about === about))
    return unless === undefined || (unless === 'mostly well' ? share > MOST : share === 1)
  })
}

function shareOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / items.length
}

function timesOf(looks: readonly HealthLook[]): string {
  return looks.map(({ tookMs }) => formatDuration(milliseconds(tookMs))).join(', ')
}
