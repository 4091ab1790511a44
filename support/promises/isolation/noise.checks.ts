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
  /** How long her first word took when the noise was over, in milliseconds; left out where she did not have to wait. */
  readonly quietMs?: number
}

/** A question that was asked meanwhile, when it was accepted, and when the first event of its run came. */
export interface AnsweredMeanwhile {
  readonly exchange: QuestionAndAnswer
  readonly acceptedAt: number
  readonly firstEventAt: number
}

/** Whoever is served in turn waits for a few events of the noise; whoever has to wait for it, for most of them. */
const MOST_TO_WAIT_FOR = 1 / 2

/** Where a first word takes nearly as long in the quiet, it was not the noise that she had to wait for. */
const LONGER_THAN_QUIET = 2

/** Whether most of the noise that was still to come came before her first word. */
export function hadToWait({ answered }: Listener, told: readonly number[]): boolean {
  if (answered instanceof NotSeen) return false
  const { meanwhile, toCome } = noiseDuring(answered, told)
  return meanwhile.length > toCome.length * MOST_TO_WAIT_FOR
}

function noiseDuring(
  { acceptedAt, firstEventAt }: AnsweredMeanwhile,
  told: readonly number[],
): Record<'toCome' | 'meanwhile', number[]> {
  const toCome = told.filter((at) => at >= acceptedAt)
  return { toCome, meanwhile: toCome.filter((at) => at <= firstEventAt) }
}

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
function waitOf(listener: Listener, told: readonly number[]): { wait: string; faults: string[] } {
  const { name, answered, quietMs = 0 } = listener
  if (answered instanceof NotSeen) return { wait: '', faults: [`${name}: ${answered.reason}`] }
  const { exchange, acceptedAt, firstEventAt } = answered
  const { toCome, meanwhile } = noiseDuring(answered, told)
  const wait = `${meanwhile.length} of ${toCome.length}`
  const isNoise = firstEventAt - acceptedAt > quietMs * LONGER_THAN_QUIET
  const faults = [
    ...groundedFaults(exchange.question, exchange.ending).map((fault) => `${name}: ${fault}`),
    ...(toCome.length > 0 ? [] : [`${name} asked when the noise was over`]),
    ...(hadToWait(listener, told) && isNoise ? [`${name} had to wait for ${wait} words of the noise`] : []),
  ]
  return { wait, faults }
}
