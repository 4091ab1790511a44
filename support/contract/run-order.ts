import type { AgentEvent } from './frames.ts'
import { isTerminal, eventLabel, isSupervisor } from './observed-run.ts'

/** Two events that do not belong in this order, or one that should not be there. */
export interface OrderViolation {
  readonly text: string
}

/** How much of a run was seen. */
export interface RunRecording {
  readonly runId: string
  /** As they arrived. */
  readonly events: readonly AgentEvent[]
  /** Whether somebody listened from before it began. */
  readonly fromTheStart: boolean
  /** When it was accepted, as the platform dates it, where that was heard. */
  readonly acceptedAt?: string | undefined
}

/**
 * Judges a whole recorded run at once, and names the first offending event.
 * A run that is still under way is judged as far as it has come.
 */
export function findOrderViolation({
  runId,
  events,
  fromTheStart,
}: RunRecording): OrderViolation | undefined {
  const judge = new RunJudge(runId)
  const [first] = events
  if (fromTheStart && first && !(first.type === 'agent_started' && isSupervisor(first.payload.agent_name))) {
    return judge.say(first, 'comes before the supervisor starts')
  }
  for (const event of events) {
    const disorder = judge.read(event, fromTheStart)
    if (disorder) return disorder
  }
  return undefined
}

class RunJudge {
  readonly #runId: string
  readonly #agents: string[] = []
  readonly #tools = new Map<string, { agent: string; event: AgentEvent }>()
  readonly #used = new Set<string>()
  #progress = 0
  #terminal: AgentEvent | undefined

  constructor(runId: string) {
    this.#runId = runId
  }

  read(event: AgentEvent, fromTheStart: boolean): OrderViolation | undefined {
    if (this.#terminal) return this.say(event, `comes after the end (${eventLabel(this.#terminal)})`)
    const { agent_name: agent } = event.payload
    switch (event.type) {
      case 'agent_started':
        this.#agents.push(agent)
        return undefined
      case 'agent_completed':
      case 'agent_error':
        return this.#end(event, agent, fromTheStart)
      case 'tool_executing':
        return this.#useTool(event, agent, fromTheStart)
      case 'tool_completed':
        return this.#completeTool(event, fromTheStart)
      case 'progress_update':
        return this.#advance(event)
      case 'agent_thinking':
        return undefined
    }
  }

  say(event: AgentEvent, trouble: string): OrderViolation {
    return { text: `run ${this.#runId}: ${eventLabel(event)} ${trouble}` }
  }

  #end(event: AgentEvent, agent: string, fromTheStart: boolean): OrderViolation | undefined {
    const place = this.#agents.lastIndexOf(agent)
    if (place < 0 && fromTheStart) return this.say(event, `ends ${agent}, who had not started`)
    if (place >= 0) this.#agents.splice(place, 1)
    const open = [...this.#tools.values()].find((tool) => tool.agent === agent)
    if (open) return this.say(event, `comes before the end of ${eventLabel(open.event)}`)
    if (!isTerminal(event)) return undefined
    this.#terminal = event
    const [running] = this.#tools.values()
    if (running) return this.say(event, `comes before the end of ${eventLabel(running.event)}`)
    const [unfinished] = this.#agents
    return unfinished ? this.say(event, `comes while ${unfinished} has not ended`) : undefined
  }

  #useTool(
    event: AgentEvent & { type: 'tool_executing' },
    agent: string,
    fromTheStart: boolean,
  ): OrderViolation | undefined {
    const { tool_call_id: call } = event.payload
    if (this.#used.has(call)) return this.say(event, 'executes a call that was executed before')
    if (fromTheStart && !this.#agents.includes(agent))
      return this.say(event, `executes a tool for ${agent}, who is not at work`)
    this.#used.add(call)
    this.#tools.set(call, { agent, event })
    return undefined
  }

  #completeTool(
    event: AgentEvent & { type: 'tool_completed' },
    fromTheStart: boolean,
  ): OrderViolation | undefined {
    const { tool_call_id: call } = event.payload
    if (this.#tools.delete(call)) return undefined
    if (!fromTheStart && !this.#used.has(call)) return undefined
    return this.say(event, 'completes a tool that was not executing')
  }

  #advance(event: AgentEvent & { type: 'progress_update' }): OrderViolation | undefined {
    const { progress_percentage: progress } = event.payload
    if (progress < this.#progress)
      return this.say(event, `falls back from ${this.#progress} % to ${progress} %`)
    this.#progress = progress
    return undefined
  }
}
