import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** A line that was lost and came back. */
export interface Return {
  /** As the feature calls it. */
  readonly how: string
  /** Numbers of what had happened when she came back, and what she had not heard. */
  readonly missed: readonly number[]
  /** Numbers of what she was told then, as it came. */
  readonly told: readonly number[]
  /** What is wrong with that: gaps, repetitions. */
  readonly faults: readonly string[]
}

/** Work that went on while a line was lost, again and again. */
export interface Interrupted {
  readonly returns: readonly Return[]
  /** Numbers of everything that happened. */
  readonly happened: readonly number[]
  /** Numbers of everything that was told to her device, on whatever line, each once. */
  readonly known: readonly number[]
  /** That the end was not told there, if it was not. */
  readonly endFaults: readonly string[]
  /** Numbers of what another device of hers was told, which listened all the time. */
  readonly companion: readonly number[]
  readonly companionFaults: readonly string[]
  /** How the work ended, and what is on record of it. */
  readonly outcome: string
  readonly status: string
}

type Sight = Seen<Interrupted>

const TIMES = 3

/** Nothing that was missed is lost, and nothing of it comes twice. */
export function nothingMissed(seen: Sight): Check[] {
  return [missedIsToldAgain(seen), toldOnceInOrder(seen)]
}

function missedIsToldAgain(seen: Sight): Check {
  return check('missed-is-told-again', `each of ${TIMES} times, all that was missed`, undefined, async () => {
    const returns = (await seen()).returns.map(({ how, missed, told }) => ({
      ...{ how, missed },
      lost: missed.filter((number) => !told.includes(number)),
    }))
    const odd = returns.filter(({ missed, lost }) => missed.length === 0 || lost.length > 0)
    const observed = returns
      .map(({ how, missed, lost }) => `${how}: ${missed.length} missed, lost ${list(lost)}`)
      .join('; ')
    return settle(returns.length >= TIMES && odd.length === 0, { observed })
  })
}

function toldOnceInOrder(seen: Sight): Check {
  return check(
    'told-once-in-order',
    'no gap and nothing again, to the end',
    seen,
    ({ returns, known, happened, endFaults }) => {
      const faults = [
        ...returns.flatMap(({ how, faults: found }) => found.map((fault) => `${how}: ${fault}`)),
        ...endFaults,
      ]
      const holes = happened.filter((number) => !known.includes(number))
      const observed = `${known.length} words known, holes: ${list(holes)}; ${faults.join('; ') || 'no fault'}`
      return settle(known.length > 0 && holes.length === 0 && faults.length === 0, { observed })
    },
  )
}

export function otherDeviceHearsAll(seen: Sight): Check {
  return check(
    'other-device-hears-all',
    'the whole story, from 1 to its end',
    seen,
    ({ companion, companionFaults, happened }) => {
      const isWhole =
        companion.length === happened.length && companion.every((number, index) => number === index + 1)
      const observed = `${companion.length} of ${happened.length} words, ${companionFaults.join('; ') || 'no fault'}`
      return settle(companion.length > 0 && isWhole && companionFaults.length === 0, { observed })
    },
  )
}

export function workNeverNoticed(seen: Sight): Check {
  return check('work-never-noticed', 'answered, and completed by its record', seen, ({ outcome, status }) => {
    return settle(outcome === 'answered' && status === 'completed', { observed: `${outcome}, ${status}` })
  })
}

/** A device that joined when all was over, and asked for everything. */
export interface Latecomer {
  readonly told: readonly number[]
  readonly faults: readonly string[]
  /** How many words there are. */
  readonly all: number
}

export function lateDeviceCatchesUp(seen: Seen<Latecomer>): Check {
  return check('late-device-catches-up', 'the whole story, once', seen, ({ told, faults, all }) => {
    const holds = told.length === all && told.every((number, index) => number === index + 1)
    const observed = `${told.length} of ${all} words; ${faults.join('; ') || 'no fault'}`
    return settle(all > 0 && holds && faults.length === 0, { observed })
  })
}

/** @param look what was told as the answer, and what stands in the conversation for whoever only reads it */
export function answerIsWhole(seen: Seen<{ told: string; kept: readonly string[] }>): Check {
  return check(
    'answer-is-whole',
    'the answer stands in the conversation, once and whole',
    seen,
    ({ told, kept }) => {
      const lengths = kept.map((text) => text.length).join(', ') || 'none'
      const observed = `${told.length} characters told; kept: ${lengths}`
      return settle(told.length > 0 && kept.length === 1 && kept[0] === told, { observed })
    },
  )
}

function list(numbers: readonly number[]): string {
  return numbers.map((number) => `#${number}`).join(', ') || 'nothing'
}
