import { isDeepStrictEqual } from 'node:util'
import type { AgentEvent } from '#contract/frames'
import { eventLabel, type ObservedRun } from '#contract/observed-run'
import { describeLimit, isInTime, type TimeLimit } from '#contract/promises'
import { findOrderViolation } from '#contract/run-order'
import { isSameId } from '#contract/same-id'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { formatDuration, milliseconds, type Duration } from '#waiting/duration'

type Run = Seen<ObservedRun>

/** The first thing that came on a connection. */
export interface FirstFrame {
  readonly type: string
  /** Who is welcomed, if anybody is. */
  readonly userId: string | undefined
  /** Whose token opened the connection; undefined where nobody offers to welcome her as herself. */
  readonly owner: string | undefined
}

/** The first frame on a connection welcomes its owner. */
export function welcomedAsHerself(first: Seen<FirstFrame>): Check {
  const expected = 'connection_established, to the owner of the pass'
  return check('welcomed-as-herself', expected, first, ({ type, userId, owner }) => {
    const observed = `${type}, to ${userId ?? 'nobody'}`
    return settle(
      type === 'connection_established' && (owner === undefined || isSameId(userId ?? '', owner)),
      {
        observed,
      },
    )
  })
}

/** The first event of a run. */
export interface FirstEvent {
  readonly event: AgentEvent
  /** From the acceptance of the question. */
  readonly took: Duration
}

/** The first event of a run comes in time. */
export function firstEventInTime(limit: TimeLimit, first: Seen<FirstEvent>): Check {
  const expected = `${describeLimit(limit)} of the acceptance`
  return check('first-word-in-time', expected, first, ({ event, took }) =>
    settle(isInTime(took, limit), { observed: `${eventLabel(event)} after ${formatDuration(took)}` }),
  )
}

/** What comes of every run that uses a tool. */
const KINDS = ['agent_started', 'agent_thinking', 'tool_executing', 'tool_completed', 'agent_completed']

/**
 * The whole run was told in order, numbered without a gap, each event once.
 *
 * @param run looked at after a fence @param tellsOfTools whether the target offers that
 */
export function eventsInOrder(run: Run, tellsOfTools = true): Check[] {
  return [inOrder(run, tellsOfTools), withoutGap(run), nothingTwice(run)]
}

function inOrder(run: Run, tellsOfTools: boolean): Check {
  const expected = "the contract's order, with every kind of word in it"
  return check('whole-story-in-order', expected, run, (told) => {
    const events = told.events.map(({ event }) => event)
    const disorder = findOrderViolation({ runId: told.runId, events, fromTheStart: true })
    const due = KINDS.filter((kind) => tellsOfTools || !kind.startsWith('tool_'))
    const missing = due.filter((kind) => events.every(({ type }) => type !== kind))
    const faults = [disorder?.text ?? '', missing.map((kind) => `no ${kind}`).join(', ')].filter(Boolean)
    if (faults.length > 0) return settle(false, { observed: faults.join('; '), hint: timelineOf(told) })
    const [from, to] = [events[0], events.at(-1)].map((event) => (event ? eventLabel(event) : 'nothing'))
    return settle(true, { observed: `${events.length} words, from ${from} to ${to}` })
  })
}

function withoutGap(run: Run): Check {
  const expected = '1, 2, 3 … in a conversation that has just begun'
  return check('numbered-without-gap', expected, run, ({ events }) => {
    const sequences = events.map(({ event }) => event.sequence)
    const odd = sequences.findIndex((sequence, index) => sequence !== index + 1)
    const observed = odd < 0 ? `1 to ${sequences.length}` : `#${sequences[odd]} in place of #${odd + 1}`
    return settle(sequences.length > 0 && odd < 0, { observed })
  })
}

function nothingTwice(run: Run): Check {
  return check('nothing-told-twice', 'every word once', run, ({ events }) => {
    const ids = events.map(({ event }) => event.event_id)
    const again = ids.length - new Set(ids).size
    const observed = again > 0 ? `${again} words came again` : `${ids.length} different words`
    return settle(ids.length > 0 && again === 0, { observed })
  })
}

/** The events of a run as they were told, and as they are on record. */
export interface RunAndRecord {
  readonly told: readonly object[]
  readonly recorded: readonly object[]
}

/** The record holds what was told, and nothing else. */
export function recordIsWhatWasTold(seen: Seen<RunAndRecord>): Check {
  return check('record-is-what-was-told', 'the same words, letter for letter', seen, ({ told, recorded }) => {
    const odd = told.findIndex((event, index) => !isDeepStrictEqual(event, recorded[index]))
    const differs = odd < 0 ? '' : `; the first that differs is number ${odd + 1}`
    const observed = `${told.length} told, ${recorded.length} on record${differs}`
    return settle(told.length > 0 && told.length === recorded.length && odd < 0, { observed })
  })
}

/** The run as it was told, for whoever has to understand a failure. */
function timelineOf({ acceptedAt, events }: ObservedRun): string {
  const lines = events.map(
    ({ at, event }) => `+${formatDuration(milliseconds(at - acceptedAt))} ${eventLabel(event)}`,
  )
  return `the timeline: ${lines.join(' · ')}`
}
