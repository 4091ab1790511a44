import { HttpClient } from '#clients/http'
import { CAPABILITIES } from '#contract/capabilities'
import { ROUTES, type Route } from '#contract/routes'
import { shortContext } from '#preflight/short-context'
import type { Health } from '#target/run-context'
import type { Target } from '#target/settings'
import { startStopwatch } from '#waiting/deadline'
import { formatDuration, seconds, type Duration } from '#waiting/duration'
import { eventually, leaveAlone, LONGEST_PAUSE } from '#waiting/eventually'
import { hastyPacerFor } from './shared-pace.ts'
import { isFine, judgeHealth, type Examination } from './health-answer.ts'

/** What each service calls itself, and where it says so. */
const EXPECTED: readonly { readonly route: Route; readonly names: RegExp }[] = [
  { route: ROUTES.authHealth, names: /auth/ },
  { route: ROUTES.backendHealth, names: /backend|netra-ai-platform/ },
  { route: ROUTES.frontendHealth, names: /frontend/ },
]
/** Technical: who takes longer is asleep, and is asked again until the target's time to wake up is over. */
const ONE_ANSWER = seconds(5)
/** Technical: whoever waits longer at a terminal wants to know for what. */
const PROGRESS_AFTER = seconds(3)

/**
 * Examines every service once. A service may take its time to wake up; what is waited for is said aloud. Who asks to be
 * left alone for a while is, and where that is longer than the target's patience, nothing is waited for.
 */
export async function examine(target: Target, tell: (progress: string) => void): Promise<Health> {
  const elapsed = startStopwatch()
  const patience = { what: 'a healthy target', limit: target.wakeUp, stop: new AbortController().signal }
  // A look that is still going on when the time is up ends with it.
  const over = new AbortController()
  let last: Examination[] = []
  const look = (): Promise<Examination[]> => examineOnce(target, elapsed, over.signal, last)
  const end = Date.now() + target.wakeUp.ms
  const isUp = (found: Examination[]): boolean => {
    last = found
    const sleeping = found.filter(({ health }) => !isFine(health))
    if (sleeping.length > 0 && elapsed().ms > PROGRESS_AFTER.ms) {
      tell(
        `waiting for ${sleeping.map(({ health }) => health.service).join(', ')} (${formatDuration(elapsed())})`,
      )
    }
    return sleeping.length === 0 || sleeping.some(({ notBefore = 0 }) => notBefore > end)
  }
  const found = await eventually(patience, look, isUp, () => '').catch(() => last)
  over.abort()
  return summarise(found, target)
}

/** Is the target still there? What is wrong is looked at once more a moment later. @returns what then is wrong, if anything is */
export async function findTrouble(target: Target): Promise<string | undefined> {
  if ((await illnessAt(target)) === undefined) return undefined
  await leaveAlone(LONGEST_PAUSE, undefined)
  return illnessAt(target)
}

async function illnessAt(target: Target): Promise<string | undefined> {
  const found = await examineOnce(target, startStopwatch(), new AbortController().signal)
  const ill = found.map(({ health }) => health).filter((health) => !isFine(health))
  return ill.length === 0
    ? undefined
    : ill.map(({ service, state, answer }) => `${service} is ${state}: ${answer}`).join('; ')
}

/** @param before what was found the last time: who has asked for a pause is not asked again before it is over */
function examineOnce(
  target: Target,
  elapsed: () => Duration,
  stop: AbortSignal,
  before: readonly Examination[] = [],
): Promise<Examination[]> {
  const { addresses } = target
  const http = new HttpClient(
    'the health check',
    shortContext(target, ONE_ANSWER, stop, undefined, hastyPacerFor(target)),
  )
  const examinations = EXPECTED.map(async ({ route, names }) => {
    const { service } = route
    const known = before.find(({ health }) => health.service === service)
    if (known && Date.now() < (known.notBefore ?? 0)) return known
    const sent = Date.now()
    const answer = await http.call(route).catch((error: unknown) => String(error))
    const asked = { service, address: addresses[service], names, sent, received: Date.now() }
    return judgeHealth({ ...asked, waited: elapsed() }, answer)
  })
  return Promise.all(examinations).finally(() => http.close())
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
