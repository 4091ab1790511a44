import type { AgentEvent, AgentEventType, Also } from '../conversations/events.ts'
import type { Publisher } from '../conversations/publisher.ts'
import type { Run } from '../conversations/runs.ts'

export const SUPERVISOR = 'supervisor'

/** How a run ends when it does not end well. */
export interface BadEnding {
  readonly code: string
  /** For the person who asked, in plain words. */
  readonly message: string
  readonly recoverable: boolean
}

/** Tells the story of one run as it happens, and always brings it to a proper end. */
export class RunJournal {
  readonly #run: Run
  readonly #publisher: Publisher
  readonly #told: AgentEvent[]
  #over = false

  /** @param told what an earlier life of the backend has told of this run already */
  constructor(run: Run, publisher: Publisher, told: readonly AgentEvent[] = []) {
    this.#run = run
    this.#publisher = publisher
    this.#told = [...told]
  }

  get toldAnything(): boolean {
    return this.#told.length > 0
  }

  started(agent: string, parent: string | null): Promise<void> {
    return this.#tell('agent_started', agent, { parent_agent: parent })
  }

  thinking(agent: string, reasoning: string): Promise<void> {
    const steps = this.#told.filter(
      ({ type, payload }) => type === 'agent_thinking' && payload.agent_name === agent,
    )
    return this.#tell('agent_thinking', agent, { reasoning, step_number: steps.length + 1 })
  }

  toolExecuting(agent: string, call: { id: string; name: string; parameters: unknown }): Promise<void> {
    const { id, name, parameters } = call
    return this.#tell('tool_executing', agent, { tool_name: name, tool_call_id: id, parameters })
  }

  toolCompleted(agent: string, call: { id: string; name: string }, outcome: ToolOutcome): Promise<void> {
    return this.#tell('tool_completed', agent, { tool_name: call.name, tool_call_id: call.id, ...outcome })
  }

  progress(percentage: number, message: string): Promise<void> {
    return this.#tell('progress_update', SUPERVISOR, { progress_percentage: percentage, message })
  }

  completed(agent: string, details: object, also?: Also): Promise<void> {
    const told = this.#tell('agent_completed', agent, details, also)
    if (agent === SUPERVISOR) this.#over = true
    return told
  }

  /** Ends everything that is still open, innermost first, and the run itself last. */
  async fail(ending: BadEnding, also?: Also): Promise<void> {
    const { code, message, recoverable } = ending
    const open = findOpenWork(this.#told)
    for (const { agent, id, name } of open.tools) {
      await this.toolCompleted(
        agent,
        { id, name },
        { status: 'error', result: message, execution_time_ms: 0 },
      )
    }
    const error = { error_code: code, message, recoverable }
    for (const agent of open.agents.filter((name) => name !== SUPERVISOR).reverse()) {
      await this.#tell('agent_error', agent, error)
    }
    const told = this.#tell('agent_error', SUPERVISOR, error, also)
    this.#over = true
    await told
  }

  async #tell(type: AgentEventType, agent: string, details: object, also?: Also): Promise<void> {
    if (this.#over) return
    this.#told.push(await this.#publisher.publish(this.#run, type, agent, details, also))
  }
}

export interface ToolOutcome {
  readonly status: 'success' | 'error'
  readonly result: unknown
  readonly execution_time_ms: number
}

interface OpenWork {
  /** In the order they started. */
  readonly agents: readonly string[]
  readonly tools: readonly { agent: string; id: string; name: string }[]
}

function findOpenWork(told: readonly AgentEvent[]): OpenWork {
  const agents: string[] = []
  const tools = new Map<string, { agent: string; id: string; name: string }>()
  for (const { type, payload } of told) {
    const { agent_name: agent } = payload
    const id = String(payload['tool_call_id'])
    if (type === 'agent_started') agents.push(agent)
    if (type === 'agent_completed' || type === 'agent_error') agents.splice(agents.lastIndexOf(agent), 1)
    if (type === 'tool_executing') tools.set(id, { agent, id, name: String(payload['tool_name']) })
    if (type === 'tool_completed') tools.delete(id)
  }
  return { agents, tools: [...tools.values()] }
}
