import type { AgentEvent } from './frames.ts'

/** One thing that somebody was told of a run, and when it arrived (milliseconds on the process's clock). */
export interface ObservedEvent {
  readonly at: number
  readonly event: AgentEvent
}

/** A run as its owner was told of it, from the question to the end. */
export interface ObservedRun {
  readonly runId: string
  readonly threadId: string
  readonly question: string
  /** When the question was put, and when it was accepted (milliseconds on the same clock). */
  readonly askedAt: number
  readonly acceptedAt: number
  /** In the order in which they arrived. */
  readonly events: readonly ObservedEvent[]
  readonly outcome: 'answered' | 'failed'
  /** The answer, or what was said instead. */
  readonly text: string
}

/** What the agent that answers for a whole run is mostly called: its end is the end of the run. */
export const SUPERVISOR = 'supervisor'

/** Whether this is the agent that answers for a whole run, whatever else its name says: `SupervisorAgent`. */
export function isSupervisor(agent: string): boolean {
  return /^(?:\w+[./:])?supervisor/i.test(agent)
}

/** An agent at work: from its start to its end; the end is missing while it is at work. */
export interface AgentSpan {
  readonly agent: string
  /** Null for the supervisor; undefined where it is not told. */
  readonly parent: string | null | undefined
  readonly from: ObservedEvent
  readonly to: ObservedEvent | undefined
}

/** A tool that was used: by whom, on what, and what came of it. */
export interface ToolCall {
  readonly agent: string
  readonly tool: string
  readonly parameters: unknown
  readonly status: 'success' | 'error' | 'running'
  readonly result: unknown
  readonly from: ObservedEvent
  readonly to: ObservedEvent | undefined
}

/** Who worked, in the order in which they began. */
export function agentSpansIn(events: readonly ObservedEvent[]): AgentSpan[] {
  const spans: AgentSpan[] = []
  const open: number[] = []
  for (const told of events) {
    const { event } = told
    const { agent_name: agent } = event.payload
    if (event.type === 'agent_started') {
      open.push(spans.length)
      spans.push({ agent, parent: event.payload.parent_agent, from: told, to: undefined })
    }
    if (event.type === 'agent_completed' || event.type === 'agent_error') {
      const index = open.findLastIndex((place) => spans[place]?.agent === agent)
      const [place] = index < 0 ? [] : open.splice(index, 1)
      const span = place === undefined ? undefined : spans[place]
      if (place !== undefined && span) spans[place] = { ...span, to: told }
    }
  }
  return spans
}

/** The tools that were used, in the order in which they were called. */
export function toolCallsIn(events: readonly ObservedEvent[]): ToolCall[] {
  const calls = new Map<string, ToolCall>()
  for (const told of events) {
    const { event } = told
    if (event.type === 'tool_executing') {
      const { agent_name: agent, tool_name: tool, tool_call_id: call, parameters } = event.payload
      calls.set(call, {
        agent,
        tool,
        parameters,
        status: 'running',
        result: undefined,
        from: told,
        to: undefined,
      })
    }
    if (event.type === 'tool_completed') {
      const { tool_call_id: call, status, result } = event.payload
      const known = calls.get(call)
      if (known) calls.set(call, { ...known, status, result, to: told })
    }
  }
  return [...calls.values()]
}

/** How far a run says it is (0 to 100 percent), and when that arrived (milliseconds on the process's clock). */
export interface Progress {
  readonly at: number
  readonly percentage: number
  readonly message: string
}

/** How far a run said it was, each time that it did. */
export function progressIn(events: readonly ObservedEvent[]): Progress[] {
  return events.flatMap(({ at, event }) =>
    event.type === 'progress_update'
      ? [{ at, percentage: event.payload.progress_percentage, message: event.payload.message }]
      : [],
  )
}

/** Whether an event ends the run that it belongs to. */
export function isTerminal({ type, payload }: AgentEvent): boolean {
  return (type === 'agent_completed' || type === 'agent_error') && isSupervisor(payload.agent_name)
}

/** What a terminal event says of its run: the answer, or what was said instead. */
export function answerIn(last: AgentEvent): Pick<ObservedRun, 'outcome' | 'text'> {
  if (last.type === 'agent_completed') return { outcome: 'answered', text: last.payload.response ?? '' }
  return { outcome: 'failed', text: last.type === 'agent_error' ? last.payload.message : '' }
}

/** `#3 tool_executing of data` */
export function eventLabel({ type, sequence, payload }: AgentEvent): string {
  return `#${sequence} ${type} of ${payload.agent_name}`
}
