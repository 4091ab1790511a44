import type { Service } from '#contract/services'
import { seconds } from '#waiting/duration'
import type { Health } from './run-context.ts'

/** How far the clock of each service is ahead of ours, in milliseconds. */
export type ClockSkews = Readonly<Record<'auth' | 'backend' | 'frontend', number>>

/** Further apart than this are no clocks of one platform: one of them says what is not so. */
const MOST_APART = seconds(60)

/** By its own health, unless that is far from what the others say; where a service says nothing, by the others. */
export function skewsOf({ skewMs: middle, services }: Pick<Health, 'skewMs' | 'services'>): ClockSkews {
  const of = (service: Service): number => {
    const own = services.find((one) => one.service === service)?.skewMs ?? middle
    return Math.abs(own - middle) > MOST_APART.ms ? middle : own
  }
  return { auth: of('auth'), backend: of('backend'), frontend: of('frontend') }
}

/**
 * How far a service's clock is ahead of ours, as far as one answer proves it. The service wrote its moment between
 * sending and receiving; what lies within is no difference, however long the answer took. A moment in whole seconds may
 * be any within that second.
 *
 * @param theirs the moment in the answer: milliseconds since 1970
 * @param sent by our clock, before the request; in the same unit, as is the result
 * @param received by our clock, after the answer
 */
export function skewFrom(theirs: number, sent: number, received: number): number {
  const grain = theirs % 1000 === 0 ? 999 : 0
  const [least, most] = [theirs - received, theirs + grain - sent]
  return least <= 0 && most >= 0 ? 0 : (least + most) / 2
}
