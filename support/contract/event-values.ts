import type { AgentEvent } from './frames.ts'
import { eventLabel, isSupervisor, isTerminal } from './observed-run.ts'
import type { RunRecording } from './run-order.ts'
import { faultsOfWholeRun } from './whole-run-values.ts'

/** How much longer than between two stamps something may say to have taken, in milliseconds; and how much shorter. */
const CLOCK_SLACK_MS = 1_000
/** The same, where neither stamp is of a whole second. */
const PRECISE_SLACK_MS = 100

/**
 * What is wrong with what the events of a run say, apart from their order: steps that do not count, times that cannot
 * be, results that are empty. A run that was not heard from its start is judged by what needs no beginning.
 */
export function findValueFaults({ events, fromTheStart, acceptedAt }: RunRecording): string[] {
  const faults = events.flatMap((event, index) => {
    const before = events.slice(0, index)
    return [...faultsOf(event), ...(fromTheStart ? faultsAfter(before, event, acceptedAt) : [])].map(
      (fault) => `${eventLabel(event)} ${fault}`,
    )
  })
  return fromTheStart ? [...faults, ...faultsOfWholeRun(events)] : faults
}

/** What is wrong with an event by itself. */
function faultsOf({ type, payload }: AgentEvent): string[] {
  switch (type) {
    case 'agent_thinking':
      return payload.reasoning.trim() === '' ? ['thinks nothing'] : []
    case 'tool_executing':
      return isRecord(payload.parameters) ? [] : ['gives the tool no parameters']
    case 'tool_completed':
      if (payload.status === 'error' && isEmpty(payload.result)) return ['fails, and does not say why']
      return (payload.result ?? '') === '' ? ['brings no result'] : []
    case 'agent_completed':
      return [
        isEmpty(payload.result) ? 'brings no result' : '',
        isSupervisor(payload.agent_name) && isEmpty(payload.response) ? 'brings no answer' : '',
      ].filter(Boolean)
    case 'agent_error':
      return [payload.error_code, payload.message].some(isEmpty) ? ['does not say why'] : []
    case 'agent_started':
    case 'progress_update':
      return []
  }
}

/** What is wrong with an event after those before it. */
function faultsAfter(before: readonly AgentEvent[], event: AgentEvent, acceptedAt?: string): string[] {
  switch (event.type) {
    case 'agent_started':
      return handOverFault(before, event)
    case 'agent_thinking': {
      const { step_number: step, agent_name: agent } = event.payload
      const due = step === undefined || atWork(before, agent) > 1 ? [step] : dueStep(before, agent)
      return due.includes(step) ? [] : [`is step ${step} in place of ${due[0]}`]
    }
    case 'tool_completed':
      return toolFaults(before, event)
    case 'agent_completed':
      return timeFaults(before, event, acceptedAt)
    case 'agent_error':
    case 'progress_update':
    case 'tool_executing':
      return []
  }
}

function toolFaults(before: readonly AgentEvent[], event: AgentEvent & { type: 'tool_completed' }): string[] {
  const { tool_call_id: call, tool_name: tool, agent_name: agent, execution_time_ms: ms } = event.payload
  const begun = before.find((one) => one.type === 'tool_executing' && one.payload.tool_call_id === call)
  if (begun?.type !== 'tool_executing') return []
  const isSame = begun.payload.tool_name === tool && begun.payload.agent_name === agent
  return [...(isSame ? [] : [`ends another tool's use, ${eventLabel(begun)}`]), ...tooLong(begun, event, ms)]
}

function timeFaults(
  before: readonly AgentEvent[],
  event: AgentEvent & { type: 'agent_completed' },
  acceptedAt?: string,
): string[] {
  const { agent_name: agent, execution_time_ms: ms } = event.payload
  const begun = before.findLast((one) => one.type === 'agent_started' && one.payload.agent_name === agent)
  if (!begun || ms === undefined) return []
  if (!isTerminal(event)) return tooLong(begun, event, ms)
  // The whole work may be counted from its acceptance, too.
  const from = { timestamp: acceptedAt ?? begun.timestamp }
  return [...tooLong(from, event, ms), ...tooShort(begun, event, ms)]
}

/** Whoever begins an agent is at work; nobody begins the supervisor. */
function handOverFault(
  before: readonly AgentEvent[],
  event: AgentEvent & { type: 'agent_started' },
): string[] {
  const { agent_name: agent, parent_agent: parent } = event.payload
  if (parent === undefined) return []
  if (isSupervisor(agent)) return parent === null ? [] : [`is begun by ${parent}`]
  return atWork(before, parent) > 0 ? [] : [`is begun by ${parent ?? 'nobody'}, who is not at work`]
}

/** How many of a name have begun and not ended. */
function atWork(before: readonly AgentEvent[], agent: string | null): number {
  const own = before.filter(({ payload }) => payload.agent_name === agent)
  const begun = own.filter(({ type }) => type === 'agent_started').length
  return begun - own.filter(({ type }) => type === 'agent_completed' || type === 'agent_error').length
}

/** Steps count on within a run, each agent's or all of them; an agent that begins anew may count anew. */
function dueStep(before: readonly AgentEvent[], agent: string): number[] {
  const own = before.filter(({ payload }) => payload.agent_name === agent)
  const last = own.findLastIndex(({ type }) => type === 'agent_thinking')
  const isAnew = own.findLastIndex(({ type }) => type === 'agent_started') > last
  const firsts = isAnew ? FIRST_STEPS : []
  return [...firsts, ...stepsAfter(own), ...stepsAfter(before)]
}

/** Some count from nought. */
const FIRST_STEPS = [1, 0]

function stepsAfter(events: readonly AgentEvent[]): readonly number[] {
  const last = events.findLast(({ type }) => type === 'agent_thinking')
  return last?.type === 'agent_thinking' ? [(last.payload.step_number ?? 0) + 1] : FIRST_STEPS
}

function tooLong(from: Pick<AgentEvent, 'timestamp'>, to: AgentEvent, ms = 0): string[] {
  const took = Date.parse(to.timestamp) - Date.parse(from.timestamp)
  return ms > took + CLOCK_SLACK_MS ? [`says it took ${ms} ms, of ${took} ms`] : []
}

function tooShort(from: AgentEvent, to: AgentEvent, ms: number): string[] {
  const took = Date.parse(to.timestamp) - Date.parse(from.timestamp)
  const isRough = [from, to].some(({ timestamp }) => Date.parse(timestamp) % 1_000 === 0)
  return ms < (took - (isRough ? CLOCK_SLACK_MS : PRECISE_SLACK_MS)) / 2
    ? [`says it took ${ms} ms, of ${took} ms`]
    : []
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Nothing, or nothing in it. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return typeof value === 'object' && Object.keys(value).length === 0
}
