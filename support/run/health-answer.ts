import type { Answer } from '#clients/answer'
import { waitIn } from '#clients/retry-after'
import { saysTrouble } from '#clients/trouble'
import { momentIn } from '#contract/moments'
import { read } from '#contract/reading'
import { HealthAnswer } from '#contract/service-answers'
import { skewFrom } from '#target/clock-skew'
import type { Health } from '#target/run-context'
import type { Duration } from '#waiting/duration'

/** A service, as it was found when it was asked how it is. */
export type ServiceHealth = Health['services'][number]

/** What came of asking one service how it is. */
export interface Examination {
  readonly health: ServiceHealth
  readonly capabilities?: readonly string[] | undefined
  /** Asked before this moment, it only says again to come later: milliseconds since 1970. */
  readonly notBefore?: number
}

/** Who was asked, when, and by which name it has to call itself. Moments are milliseconds since 1970. */
export interface HealthQuestion {
  readonly service: string
  readonly address: string
  readonly names: RegExp
  readonly sent: number
  readonly received: number
  /** Since the first time that anybody was asked. */
  readonly waited: Duration
}

const UP = ['ok', 'healthy', 'ready']
/** Whoever stands in front of a service asks for patience; in any other trouble nobody is there behind it. */
const TOO_MANY = 429

/** What is to be said of one service by its answer. @param answer in words, where there is none */
export function judgeHealth(question: HealthQuestion, answer: Answer | string): Examination {
  const { service, address, names, sent, received, waited } = question
  const health = { service, address, waitedMs: Math.round(waited.ms) }
  if (typeof answer === 'string') return { health: { ...health, state: 'down', answer } }
  const { data } = read(HealthAnswer, answer.body)
  // Who says nothing of its name is not somebody else; without a status it is no health at all.
  const said: Partial<HealthAnswer> = data ?? {}
  const told = { ...health, answer: answer.describe() }
  if (said.status === undefined && saysTrouble(answer.status)) return edgeInTrouble(told, answer, received)
  const isItself = said.status !== undefined && names.test(said.service ?? names.source)
  const state = isItself ? stateOf(answer.status, said.status ?? '') : 'misrouted'
  const moment = momentOf(data?.timestamp)
  const skew = moment === undefined ? {} : { skewMs: skewFrom(moment, sent, received) }
  return { health: { ...told, state, ...toldOf(said, received), ...skew }, capabilities: data?.capabilities }
}

/** Whether it can be judged by its promises. */
export function isFine({ state }: ServiceHealth): boolean {
  return state === 'healthy' || state === 'degraded'
}

/** Whoever stands in front of a service has no health of its own, and is nobody else either. */
function edgeInTrouble(
  told: Omit<ServiceHealth, 'state'>,
  { status, headers }: Answer,
  received: number,
): Examination {
  const wait = waitIn(headers)
  const state = status === TOO_MANY ? 'unhealthy' : 'down'
  const rest = wait === undefined || Number.isNaN(wait) ? {} : { notBefore: received + wait * 1_000 }
  return { health: { ...told, state }, ...rest }
}

function stateOf(status: number, said: string): ServiceHealth['state'] {
  if (status !== 200) return 'unhealthy'
  if (UP.includes(said)) return 'healthy'
  return said === 'degraded' ? 'degraded' : 'unhealthy'
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
