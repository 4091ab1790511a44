import { HttpClient } from '#clients/http'
import type { Answer } from '#clients/answer'
import { HealthAnswer } from '#contract/service-answers'
import { CAPABILITIES } from '#contract/capabilities'
import { momentIn } from '#contract/moments'
import { read } from '#contract/reading'
import { ROUTES, type Route } from '#contract/routes'
import { shortContext } from '#preflight/short-context'
import { skewFrom } from '#target/clock-skew'
import type { Health } from '#target/run-context'
import type { Target } from '#target/settings'
import { startStopwatch } from '#waiting/deadline'
import { formatDuration, seconds, type Duration } from '#waiting/duration'
import { eventually } from '#waiting/eventually'

type ServiceHealth = Health['services'][number]

/** What each service calls itself, and where it says so. */
const EXPECTED: readonly { readonly route: Route; readonly names: RegExp }[] = [
  { route: ROUTES.authHealth, names: /auth/ },
  { route: ROUTES.backendHealth, names: /backend|netra-ai-platform/ },
  { route: ROUTES.frontendHealth, names: /frontend/ },
]
const UP = ['ok', 'healthy', 'ready']
/** Technical: who takes longer is asleep, and is asked again until the target's time to wake up is over. */
const ONE_ANSWER = seconds(5)
/** Technical: whoever waits longer at a terminal wants to know for what. */
const PROGRESS_AFTER = seconds(3)

/** Examines every service once. A service may take its time to wake up; what is waited for is said aloud. */
export async function examine(target: Target, tell: (progress: string) => void): Promise<Health> {
  const elapsed = startStopwatch()
  const patience = { what: 'a healthy target', limit: target.wakeUp, stop: new AbortController().signal }
  // A look that is still going on when the time is up ends with it.
  const over = new AbortController()
  const look = (): Promise<Examination[]> => examineOnce(target, elapsed, over.signal)
  let last: Examination[] = []
  const isUp = (found: Examination[]): boolean => {
    last = found
    const sleeping = found.filter(({ health }) => !isFine(health))
    if (sleeping.length > 0 && elapsed().ms > PROGRESS_AFTER.ms) {
      tell(
        `waiting for ${sleeping.map(({ health }) => health.service).join(', ')} (${formatDuration(elapsed())})`,
      )
    }
    return sleeping.length === 0
  }
  const found = await eventually(patience, look, isUp, () => '').catch(() => last)
  over.abort()
  return summarise(found, target)
}

/** Looks once, without waiting: is the target still there? @returns what is wrong, if anything is */
export async function findTrouble(target: Target): Promise<string | undefined> {
  const found = await examineOnce(target, startStopwatch(), new AbortController().signal)
  const ill = found.map(({ health }) => health).filter((health) => !isFine(health))
  return ill.length === 0
    ? undefined
    : ill.map(({ service, state, answer }) => `${service} is ${state}: ${answer}`).join('; ')
}

interface Examination {
  readonly health: ServiceHealth
  readonly capabilities?: readonly string[] | undefined
}

function examineOnce(target: Target, elapsed: () => Duration, stop: AbortSignal): Promise<Examination[]> {
  const { addresses } = target
  const http = new HttpClient('the health check', shortContext(target, ONE_ANSWER, stop))
  const examinations = EXPECTED.map(async ({ route, names }) => {
    const address = addresses[route.service]
    const sent = Date.now()
    const answer = await http.call(route).catch((error: unknown) => String(error))
    return judge(route.service, address, names, answer, { sent, received: Date.now(), waited: elapsed() })
  })
  return Promise.all(examinations).finally(() => http.close())
}

function judge(
  service: string,
  address: string,
  names: RegExp,
  answer: Answer | string,
  { sent, received, waited }: { sent: number; received: number; waited: Duration },
): Examination {
  const health = { service, address, waitedMs: Math.round(waited.ms) }
  if (typeof answer === 'string') return { health: { ...health, state: 'down', answer } }
  const { data } = read(HealthAnswer, answer.body)
  // Who says nothing of its name is not somebody else; without a status it is no health at all.
  const said: Partial<HealthAnswer> = data ?? {}
  const isItself = said.status !== undefined && names.test(said.service ?? names.source)
  const state = isItself ? stateOf(answer.status, said.status ?? '') : 'misrouted'
  const moment = momentOf(data?.timestamp)
  const skew = moment === undefined ? {} : { skewMs: skewFrom(moment, sent, received) }
  const told = { ...health, state, answer: answer.describe(), ...toldOf(said, received), ...skew }
  return { health: told, capabilities: data?.capabilities }
}

function stateOf(status: number, said: string): ServiceHealth['state'] {
  if (status !== 200) return 'unhealthy'
  if (UP.includes(said)) return 'healthy'
  return said === 'degraded' ? 'degraded' : 'unhealthy'
}

function isFine({ state }: ServiceHealth): boolean {
  return state === 'healthy' || state === 'degraded'
}

function toldOf(
  { service: says, version, uptime_seconds: seconds }: Partial<HealthAnswer>,
  at: number,
): Partial<ServiceHealth> {
  return {
    ...(says ? { says } : {}),
    ...(version ? { version } : {}),
    ...(seconds === undefined ? {} : { uptime: { seconds, at } }),
  }
}

/** When the answer was written, in milliseconds since 1970. */
function momentOf(timestamp: string | number | undefined): number | undefined {
  const moment = momentIn(timestamp)
  return moment === undefined ? undefined : Date.parse(moment)
}

function summarise(found: readonly Examination[], target: Target): Health {
  const said = found.map(({ capabilities }) => capabilities).find(Boolean)
  const claimed = [...(said ?? target.describedCapabilities), ...target.demandedCapabilities]
  const offered = new Set<string>(target.givenCapabilities ?? claimed)
  const offersBy = target.givenCapabilities ? 'hand' : said ? 'backend' : 'file'
  return {
    healthy: found.every(({ health }) => isFine(health)),
    capabilities: CAPABILITIES.filter((name) => offered.has(name)),
    offersBy,
    skewMs: Math.round(middleOf(found.flatMap(({ health }) => health.skewMs ?? []))),
    services: found.map(({ health }) => health),
  }
}

/** One clock that is wrong does not make the others wrong. */
function middleOf(skews: readonly number[]): number {
  const bySize = skews.toSorted((one, other) => Math.abs(one) - Math.abs(other))
  return bySize[Math.floor((bySize.length - 1) / 2)] ?? 0
}
