import { groundedFaults, type QuestionAndAnswer } from '#promises/shared/answers.checks'
import type { Flood } from '#promises/shared/flood.checks'
import { check, settle, type Check } from '#expect/check'
import { NotSeen, type Seen } from '#expect/seen'

/** What came of somebody who asked for far too much, and of others meanwhile; times are milliseconds on one clock. */
export interface Noise {
  readonly flood: Seen<Flood>
  /** When the noisy one was told each event of what was taken of hers, until the others were answered. */
  readonly told: readonly number[]
  readonly others: readonly Listener[]
}

/** Somebody who asked something ordinary meanwhile. */
export interface Listener {
  readonly name: string
  readonly answered: Seen<AnsweredMeanwhile>
}

/** A question that was asked meanwhile, when it was accepted, and when the first event of its run came. */
export interface AnsweredMeanwhile {
  readonly exchange: QuestionAndAnswer
  readonly acceptedAt: number
  readonly firstEventAt: number
}

/** Whoever is served in turn waits for a few events of the noise; whoever has to wait for it, for most of them. */
const MOST_TO_WAIT_FOR = 1 / 2

/** Nobody else has to wait until the noise is worked off. */
export function nobodyElseIsSlowed(seen: Seen<Pick<Noise, 'told' | 'others'>>): Check {
  const expected = 'everybody else is served in turn, as ever'
  return check('nobody-else-is-slowed', expected, seen, ({ told, others }) => {
    const waits = others.map((other) => waitOf(other, told))
    const odd = waits.flatMap(({ faults }) => faults)
    const observed =
      odd.join('; ') ||
      `words of the noise that each waited for: ${waits.map(({ wait }) => wait).join(', ') || 'none'}`
    return settle(others.length > 0 && odd.length === 0, { observed })
  })
}

/** How much of the noise came between an acceptance and the first event, of what was still to come, and what is wrong. */
function waitOf({ name, answered }: Listener, told: readonly number[]): { wait: string; faults: string[] } {
  if (answered instanceof NotSeen) return { wait: '', faults: [`${name}: ${answered.reason}`] }
  const { exchange, acceptedAt, firstEventAt } = answered
  const toCome = told.filter((at) => at >= acceptedAt)
  const meanwhile = toCome.filter((at) => at <= firstEventAt)
  const wait = `${meanwhile.length} of ${toCome.length}`
  const faults = [
    ...groundedFaults(exchange.question, exchange.ending).map((fault) => `${name}: ${fault}`),
    ...(toCome.length > 0 ? [] : [`${name} asked when the noise was over`]),
    ...(meanwhile.length > toCome.length * MOST_TO_WAIT_FOR
      ? [`${name} had to wait for ${wait} words of the noise`]
      : []),
  ]
  return { wait, faults }
}
