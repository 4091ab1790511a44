import {
  agentSpansIn,
  eventLabel,
  isSupervisor,
  type AgentSpan,
  type ObservedRun,
} from '#contract/observed-run'
import type { RunAnswer } from '#contract/answers'
import { agentNamesIn, findRecordFaults } from '#contract/run-record'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** So many agents besides the supervisor worked on one request, each from beginning to end, handed over sensibly. */
export function teamwork(fewest: number, run: Seen<ObservedRun>): Check[] {
  return [workedTogether(fewest, run), handedOver(run)]
}

/** A run as it was told, and as it is on record when it is over. */
export interface RunWithRecord {
  readonly run: ObservedRun
  readonly record: RunAnswer
}

/** The record of a run names who worked on it, and when, as it was told. */
export function recordNamesWhoWorked(seen: Seen<RunWithRecord>): Check {
  const expected = 'completed, by the agents that were told of, from the first word to the last'
  return check('record-names-who-worked', expected, seen, ({ run, record }) => {
    const events = run.events.map(({ event }) => event)
    const faults = findRecordFaults(record, { runId: run.runId, events, fromTheStart: true })
    const observed = `${record.status}, by ${agentNamesIn(record).join(', ') || 'nobody'}`
    return settle(faults.length === 0 && record.status === 'completed', {
      observed: [observed, ...faults].join('; '),
    })
  })
}

function workedTogether(fewest: number, run: Seen<ObservedRun>): Check {
  return check('agents-work-together', `at least ${fewest}, each begun and ended`, run, ({ events }) => {
    const spans = agentSpansIn(events)
    const others = new Set(spans.map(({ agent }) => agent).filter((agent) => !isSupervisor(agent)))
    const unfinished = spans.filter(({ to }) => !to).map(({ from }) => eventLabel(from.event))
    const observed = `${[...others].join(', ') || 'nobody'}; never ended: ${unfinished.join(', ') || 'none'}`
    return settle(others.size >= fewest && unfinished.length === 0, { observed })
  })
}

function handedOver(run: Seen<ObservedRun>): Check {
  const expected =
    'triage first, then those who work it out, the one who reports last; each by somebody at work'
  return check('handed-over-in-order', expected, run, ({ events }) => {
    const spans = agentSpansIn(events)
    const agents = spans.map(({ agent }) => agent)
    const [first, ...others] = agents
    // Whoever works beside them, and says nothing of these, may begin whenever it is due.
    const [second, ...more] = others.filter((agent) => TRADES.test(agent))
    const isOrdered =
      isSupervisor(first ?? '') && /triage/i.test(second ?? '') && /report/i.test(more.at(-1) ?? '')
    const strays = spans
      .filter((span) => !isSupervisor(span.agent) && !isHandedOver(span, spans))
      .map(({ from }) => eventLabel(from.event))
    const path = [agents.join(' → '), ...(strays[0] ? [`begun by nobody at work: ${strays.join(', ')}`] : [])]
    return settle(isOrdered && strays.length === 0 && others.length > 2, { observed: path.join('; ') })
  })
}

/** What the contract's agents are called by. */
const TRADES = /triage|data|optimi[sz]|report/i

/** Whether whoever is said to have begun this span, if anybody is, was at work at that moment. */
function isHandedOver({ parent, from }: AgentSpan, spans: readonly AgentSpan[]): boolean {
  const { sequence } = from.event
  if (parent === undefined) return true
  return spans.some(
    (other) =>
      other.agent === parent &&
      other.from.event.sequence < sequence &&
      (!other.to || other.to.event.sequence > sequence),
  )
}
