/** What happened in one run, retold from its events. */
export class RunStory {
  /** @type {'running' | 'completed' | 'failed' | 'cancelled'} */
  state = 'running'
  percentage = 0
  message = 'The agents are getting to work.'
  /** Agents at work, in the order they started, and between them the milestones that were reached. */
  parts = []
  answer
  problem

  take({ type, timestamp, payload }) {
    this.startedAt ??= Date.parse(timestamp)
    this.endedAt = Date.parse(timestamp)
    const { agent_name: agent } = payload
    if (type === 'agent_started') this.parts.push({ agent, state: 'running', steps: [] })
    const part = this.parts.findLast((one) => one.agent === agent && one.state === 'running')
    if (part) TELLING[type]?.(part, payload)
    if (agent === 'supervisor') LEADING[type]?.(this, payload)
  }
}

/** What an agent tells of its own work. */
const TELLING = {
  agent_thinking: ({ steps }, { reasoning }) => steps.push({ thought: reasoning }),
  tool_executing: ({ steps }, { tool_name: tool, tool_call_id: id, parameters }) =>
    steps.push({ id, tool, parameters, state: 'running' }),
  tool_completed: ({ steps }, { tool_call_id, status, result, execution_time_ms: milliseconds }) => {
    const call = steps.find(({ id }) => id === tool_call_id)
    if (call) Object.assign(call, { state: status, result, milliseconds })
  },
  agent_completed: (part, { result, response }) =>
    Object.assign(part, { state: 'completed', result: response === undefined ? result : undefined }),
  agent_error: (part) => Object.assign(part, { state: 'failed' }),
}

/** What the supervisor tells of the whole. */
const LEADING = {
  progress_update: (story, { progress_percentage: percentage, message }) => {
    story.parts.push({ milestone: message })
    Object.assign(story, { percentage, message })
  },
  agent_completed: (story, { response: answer }) => Object.assign(story, { state: 'completed', answer }),
  agent_error: (story, { error_code: code, message }) => {
    const state = code === 'RUN_CANCELLED' ? 'cancelled' : 'failed'
    // When only a part was not done, the message is the answer, as far as there is one.
    const told = code === 'PART_NOT_DONE' ? { answer: message, problem: 'Not everything could be done.' } : {}
    Object.assign(story, { state, problem: message, ...told })
  },
}
