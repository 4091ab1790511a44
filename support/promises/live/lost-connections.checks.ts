import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** A connection that was lost, and another one in its place. All numbers are sequence numbers of events. */
export interface Return {
  /** As the feature calls it. */
  readonly how: string
  /** What had happened until then and had not been told on the lost connection. */
  readonly missed: readonly number[]
  /** What was told on the new one, as it came. */
  readonly told: readonly number[]
  /** What is wrong with that: gaps, repetitions. */
  readonly faults: readonly string[]
}

/** A run that went on while a connection was lost, again and again. All numbers are sequence numbers of events. */
export interface InterruptedRun {
  /** How often it was to be lost. */
  readonly times: number
  readonly returns: readonly Return[]
  readonly happened: readonly number[]
  /** What was told to the device, on whatever connection, each once. */
  readonly known: readonly number[]
  /** That the end was not told there, if it was not. */
  readonly endFault: string | undefined
  /** What another device of hers was told, whose connection was never lost. */
  readonly companion: readonly number[]
  readonly companionFaults: readonly string[]
  /** How it ended, as it was told of the last run and by the record of each. */
  readonly outcome: 'answered' | 'failed' | 'never told'
  readonly status: string
}

type Run = Seen<InterruptedRun>

/** Nothing that was missed is lost, and nothing of it comes twice. */
export function nothingMissed(run: Run): Check[] {
  return [missedIsToldAgain(run), toldOnceInOrder(run)]
}

function missedIsToldAgain(run: Run): Check {
  return check('missed-is-told-again', 'each time, all that was missed', run, ({ times, returns }) => {
    const losses = returns.map(({ how, missed, told }) => {
      const lost = missed.filter((sequence) => !told.includes(sequence))
      const text = `${how}: ${missed.length} missed, lost ${list(lost)}`
      return { text, isMadeUp: missed.length > 0 && lost.length === 0 }
    })
    const back = returns.length === times ? '' : `; came back ${returns.length} of ${times} times`
    const observed = losses.map(({ text }) => text).join('; ') + back
    return settle(back === '' && losses.every(({ isMadeUp }) => isMadeUp), { observed })
  })
}

function toldOnceInOrder(run: Run): Check {
  const expected = 'no gap and nothing again, to the end'
  return check('told-once-in-order', expected, run, ({ returns, known, happened, endFault }) => {
    const found = returns.flatMap(({ how, faults }) => faults.map((fault) => `${how}: ${fault}`))
    const faults = [...found, ...(endFault === undefined ? [] : [endFault])]
    const holes = happened.filter((sequence) => !known.includes(sequence))
    const observed = `${known.length} words known, holes: ${list(holes)}; ${faults.join('; ') || 'no fault'}`
    return settle(known.length > 0 && holes.length === 0 && faults.length === 0, { observed })
  })
}

/** The device whose connection was never lost was told everything, once and in order. */
export function otherDeviceHearsAll(run: Run): Check {
  return check('other-device-hears-all', 'the whole story, from 1 to its end', run, (seen) => {
    const { companion, companionFaults: faults, happened } = seen
    const observed = `${companion.length} of ${happened.length} words, ${faults.join('; ') || 'no fault'}`
    return settle(isWhole(companion, happened.length) && faults.length === 0, { observed })
  })
}

/** The run ended as if nothing had been, as it was told and by its record. */
export function workNeverNoticed(run: Run): Check {
  return check('work-never-noticed', 'answered, and completed by its record', run, ({ outcome, status }) =>
    settle(outcome === 'answered' && status === 'completed', { observed: `${outcome}, ${status}` }),
  )
}

/** A device that joined when all was over, and asked for everything. */
export interface LateDevice {
  /** Sequence numbers of what it was told, as it came. */
  readonly told: readonly number[]
  readonly faults: readonly string[]
  /** How many events there are. */
  readonly all: number
}

/** A device that comes late is told everything, once and in order. */
export function lateDeviceCatchesUp(seen: Seen<LateDevice>): Check {
  return check('late-device-catches-up', 'the whole story, once', seen, ({ told, faults, all }) => {
    const observed = `${told.length} of ${all} words; ${faults.join('; ') || 'no fault'}`
    return settle(isWhole(told, all) && faults.length === 0, { observed })
  })
}

/** An answer as it was told, and the answers that stand in the thread. */
export interface AnswerAndRecord {
  readonly told: string
  readonly kept: readonly string[]
}

/** Who only reads the thread finds the whole answer in it, once. */
export function answerIsWhole(seen: Seen<AnswerAndRecord>): Check {
  const expected = 'the answer stands in the conversation, once and whole'
  return check('answer-is-whole', expected, seen, ({ told, kept }) => {
    const lengths = kept.map((text) => text.length).join(', ') || 'none'
    const observed = `${told.length} characters told; kept: ${lengths}`
    return settle(told.length > 0 && kept.length === 1 && kept[0] === told, { observed })
  })
}

/** From 1 to the last, each once and in order. */
function isWhole(sequences: readonly number[], all: number): boolean {
  return all > 0 && sequences.length === all && sequences.every((sequence, index) => sequence === index + 1)
}

function list(sequences: readonly number[]): string {
  return sequences.map((sequence) => `#${sequence}`).join(', ') || 'nothing'
}
