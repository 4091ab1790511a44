import { findOrderViolation } from '#contract/run-order'
import { eventLabel, type ObservedEvent, type ObservedRun } from '#contract/observed-run'
import { formatDuration, type Duration } from '#waiting/duration'
import { check, settle, type Check, type Observation } from '#expect/check'
import type { Seen } from '#expect/seen'

type Run = Seen<ObservedRun>

/** The first thing that was heard on a line. */
export interface FirstFrame {
  readonly type: string
  /** Who is welcomed, if anybody is. */
  readonly userId: string | undefined
  /** Whose pass it was. */
  readonly owner: string
}

export function welcomedAsHerself(first: Seen<FirstFrame>): Check {
  return check(
    'welcomed-as-herself',
    'connection_established, to the owner of the pass',
    first,
    ({ type, userId, owner }) => {
      const observed = `${type}, to ${userId ?? 'nobody'}`
      return settle(type === 'connection_established' && userId === owner, { observed })
    },
  )
}

export function firstEventInTime(
  promised: Duration,
  first: Seen<{ acceptedAt: number; word: ObservedEvent }>,
): Check {
  return check(
    'first-word-in-time',
    `within ${formatDuration(promised)} of the acceptance`,
    first,
    ({ acceptedAt, word }) => {
      const took = word.at - acceptedAt
      const observed = `${eventLabel(word.event)} after ${formatDuration({ ms: took })}`
      return settle(took <= promised.ms, { observed })
    },
  )
}

/** What every run tells that uses a tool. */
const KINDS = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed']

/** One judgement of the whole recorded run, never message by message. @param run looked at after a fence */
export function eventsInOrder(run: Run): Check[] {
  return [inOrder(run), withoutGap(run), nothingTwice(run)]
}

function inOrder(run: Run): Check {
  return check('whole-story-in-order', "the contract's order, with every kind of word in it", run, (told) => {
    const events = told.events.map(({ event }) => event)
    const disorder = findOrderViolation({ runId: told.runId, events, fromTheStart: true })
    const kinds = new Set<string>(events.map(({ type }) => type))
    const missing = KINDS.filter((kind) => !kinds.has(kind))
    const faults = [disorder?.text ?? '', missing.length > 0 ? `no ${missing.join(', no ')}` : ''].filter(
      Boolean,
    )
    const observed =
      faults.join('; ') || `${events.length} words, from ${name(events[0])} to ${name(events.at(-1))}`
    return settle(faults.length === 0, { observed, ...timelineOf(told, faults) })
  })
}

function withoutGap(run: Run): Check {
  return check(
    'numbered-without-gap',
    '1, 2, 3 … in a conversation that has just begun',
    run,
    ({ events }) => {
      const numbers = events.map(({ event }) => event.sequence)
      const odd = numbers.findIndex((number, index) => number !== index + 1)
      const observed = odd < 0 ? `1 to ${numbers.length}` : `#${numbers[odd]} in place of #${odd + 1}`
      return settle(numbers.length > 0 && odd < 0, { observed })
    },
  )
}

function nothingTwice(run: Run): Check {
  return check('nothing-told-twice', 'every word once', run, ({ events }) => {
    const ids = events.map(({ event }) => event.event_id)
    const again = ids.filter((id, index) => ids.indexOf(id) !== index)
    return settle(ids.length > 0 && again.length === 0, {
      observed: again.length > 0 ? `${again.length} words came again` : `${ids.length} different words`,
    })
  })
}

/** What the platform's record said of the work at the moment when so much had been told. */
export interface Probe {
  readonly told: number
  readonly status: string
}

/** Looks at that record while the work was told of. */
export interface RunProbes {
  readonly probes: readonly Probe[]
  /** That it was not told any further, if it was not. */
  readonly fault: string | undefined
}

const FEWEST_PROBES = 2

export function toldAsItHappens(seen: Seen<RunProbes>): Check {
  const expected = 'told while its own record says that the work is going on, to its end'
  return check('told-as-it-happens', expected, seen, ({ probes, fault }) => {
    const running = probes.filter(({ status }) => status === 'running').map(({ told }) => told)
    const looks = `${probes.length} looks; still running when ${running.join(', ') || 'none'} had been told`
    const observed = fault === undefined ? looks : `${looks}; ${fault}`
    return settle(new Set(running).size >= FEWEST_PROBES && fault === undefined, { observed })
  })
}

/** @param look what was told, and what is on record, each as it was sent */
export function recordIsWhatWasTold(
  seen: Seen<{ told: readonly object[]; recorded: readonly object[] }>,
): Check {
  return check('record-is-what-was-told', 'the same words, letter for letter', seen, ({ told, recorded }) => {
    const [one, other] = [told, recorded].map((words) => words.map((word) => JSON.stringify(word)))
    const odd = one?.findIndex((word, index) => word !== other?.[index]) ?? 0
    const differs = odd < 0 ? '' : `; the first that differs is number ${odd + 1}`
    const observed = `${told.length} told, ${recorded.length} on record${differs}`
    return settle(told.length > 0 && told.length === recorded.length && odd < 0, { observed })
  })
}

/** The run as it was told, for whoever has to understand a failure. */
function timelineOf(
  { acceptedAt, events }: ObservedRun,
  faults: readonly string[],
): Pick<Observation, 'hint'> {
  if (faults.length === 0) return {}
  const connection = ({ at, event }: ObservedEvent): string =>
    `+${Math.round(at - acceptedAt)} ms ${eventLabel(event)}`
  return { hint: `the timeline: ${events.map(connection).join(' · ')}` }
}

function name(event: ObservedEvent['event'] | undefined): string {
  return event ? eventLabel(event) : 'nothing'
}
