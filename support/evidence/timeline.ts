import type { AgentEvent } from '#contract/frames'
import {
  progressIn,
  agentSpansIn,
  isSupervisor,
  toolCallsIn,
  type ObservedEvent,
} from '#contract/observed-run'

/** Something that lasted, in milliseconds since the run began. */
export interface Span {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** A tool that was used, and whether it worked. */
export interface ToolSpan extends Span {
  readonly failed: boolean
}

/** An agent at work, with the tools that it used meanwhile. */
export interface AgentTrack extends Span {
  readonly tools: readonly ToolSpan[]
}

/** Who worked on one question, with which tools, and when. */
export interface Timeline {
  readonly run: string
  /** Whose run it was. */
  readonly person: string
  readonly lengthMs: number
  readonly agents: readonly AgentTrack[]
  readonly progress: readonly { readonly at: number; readonly percentage: number; readonly message: string }[]
  readonly end: 'answered' | 'failed' | 'under way'
}

/** Who worked on a question, and when. @param events in order, by the platform's own clock */
export function toTimeline(run: string, person: string, events: readonly AgentEvent[]): Timeline {
  const start = Date.parse(events[0]?.timestamp ?? '')
  const told = events.map((event): ObservedEvent => ({ at: Date.parse(event.timestamp) - start, event }))
  const lengthMs = told.at(-1)?.at ?? 0
  const tools = toolCallsIn(told).map(({ agent, tool, status, from, to }) => ({
    ...{ agent, name: tool, failed: status === 'error' },
    ...{ from: from.at, to: to?.at ?? lengthMs },
  }))
  const spans = agentSpansIn(told)
    .filter(({ agent }) => !isSupervisor(agent))
    .map(({ agent, from, to }) => ({ name: agent, from: from.at, to: to?.at ?? lengthMs }))
  const agents = spans.map((span) => {
    const own = tools.filter((tool) => spanAround(tool, spans) === span)
    return { ...span, tools: own.map(({ agent: _agent, ...tool }) => tool) }
  })
  return { run, person, lengthMs, agents, progress: progressIn(told), end: endOf(events) }
}

/** The stretch of work in which a tool was called; when its end was told does not matter. */
function spanAround(
  { agent, from }: ToolSpan & { readonly agent: string },
  spans: readonly Span[],
): Span | undefined {
  const own = spans.filter(({ name }) => name === agent)
  const begun = own.filter((span) => span.from <= from)
  return begun.findLast(({ to }) => from <= to) ?? begun.at(-1) ?? own[0]
}

function endOf(events: readonly AgentEvent[]): Timeline['end'] {
  const last = events.at(-1)
  if (!last || !isSupervisor(last.payload.agent_name)) return 'under way'
  if (last.type === 'agent_completed') return 'answered'
  return last.type === 'agent_error' ? 'failed' : 'under way'
}
