import { randomUUID } from 'node:crypto'
import type { Tool } from '../tools/tool.ts'
import type { Toolbox } from '../tools/toolbox.ts'
import type { RunJournal } from '../runs/journal.ts'
import { AgentFailure } from './agent-failure.ts'
import type { ChatMessage, Completion, ModelClient } from './model-client.ts'
import type { AgentRole } from './roster.ts'

/** What every agent of one run works with. */
export interface Desk {
  readonly userId: string
  readonly model: ModelClient
  readonly toolbox: Toolbox
  readonly journal: RunJournal
  readonly signal: AbortSignal
}

export interface AgentResult {
  readonly text: string
  /** What could not be done, in plain words; empty when all was. */
  readonly failures: readonly string[]
}

type ToolCall = Completion['toolCalls'][number]

const MOST_ROUNDS = 6
const MOST_MALFORMED_CALLS = 2
/** Nobody is waited for in silence: this often a watcher sees how far an answer has come, if at all. */
const SIGN_OF_LIFE_MS = 2_000
const WAITING = 'Waiting for the language model.'

/** Lets one agent work: it thinks, asks for tools, reads their results, until it has something to say. */
export async function letWork(
  role: AgentRole,
  assignment: readonly ChatMessage[],
  desk: Desk,
): Promise<AgentResult> {
  const work = new AgentWork(role, assignment, desk)
  await desk.journal.started(role.name, 'supervisor')
  const result = await work.finish()
  await desk.journal.completed(role.name, { result: result.text })
  return result
}

class AgentWork {
  readonly #role: AgentRole
  readonly #desk: Desk
  readonly #messages: ChatMessage[]
  readonly #tools: readonly Tool[]
  readonly #failed = new Map<string, string>()
  #malformed = 0

  constructor(role: AgentRole, assignment: readonly ChatMessage[], desk: Desk) {
    this.#role = role
    this.#desk = desk
    this.#messages = [{ role: 'system', content: role.instructions }, ...assignment]
    this.#tools = role.tools.flatMap((name) => desk.toolbox.find(name) ?? [])
  }

  async finish(): Promise<AgentResult> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const { text, toolCalls } = await this.#think()
      if (toolCalls.length === 0) return { text, failures: [...this.#failed.values()] }
      const names = toolCalls.map(({ name }) => name).join(' and ')
      await this.#desk.journal.thinking(this.#role.name, text || `This needs ${names}.`)
      this.#messages.push(toAssistantMessage(text, toolCalls))
      for (const call of toolCalls) await this.#use(call)
    }
    throw new AgentFailure('MODEL_MALFORMED', 'The language model did not come to a conclusion.')
  }

  async #think(): Promise<Completion> {
    const { model, signal } = this.#desk
    const tools = this.#tools.map(({ offer }) => offer)
    const signs = this.#giveSignsOfLife()
    try {
      return await model({ messages: this.#messages, tools, signal, onText: signs.onText })
    } finally {
      await signs.over()
    }
  }

  #giveSignsOfLife(): { onText: (soFar: string) => void; over: () => Promise<void> } {
    let written = ''
    let shown = ''
    let telling = Promise.resolve()
    const tell = (): void => {
      const news = written === shown ? '' : written.slice(-200).trim()
      shown = written
      telling = telling.then(() => this.#desk.journal.thinking(this.#role.name, news || WAITING))
      telling.catch(() => undefined)
    }
    const timer = setInterval(tell, SIGN_OF_LIFE_MS)
    const onText = (soFar: string): void => void (written = soFar)
    const over = (): Promise<void> => {
      clearInterval(timer)
      return telling
    }
    return { onText, over }
  }

  async #use(call: ToolCall): Promise<void> {
    const tool = this.#tools.find(({ name }) => name === call.name)
    const parameters = tool?.read(call.arguments)
    if (!tool || !parameters) return this.#sendBack(call)
    const { journal, signal, toolbox, userId } = this.#desk
    // Some models number their calls anew in every reply; here no two are told apart by that.
    const told = { id: `tool_${randomUUID()}`, name: call.name }
    await journal.toolExecuting(this.#role.name, { ...told, parameters })
    const startedAt = Date.now()
    const use = await toolbox.use(tool, parameters, userId)
    signal.throwIfAborted()
    await journal.toolCompleted(this.#role.name, told, { ...use, execution_time_ms: Date.now() - startedAt })
    this.#remember(call, use.status === 'error' ? (use.result as { error: string }).error : undefined)
    this.#answer(call, use.result)
  }

  /** A tool that failed and then worked has not failed. */
  #remember({ name }: ToolCall, failure: string | undefined): void {
    if (failure === undefined) this.#failed.delete(name)
    else this.#failed.set(name, failure)
  }

  #sendBack(call: ToolCall): void {
    this.#malformed += 1
    if (this.#malformed > MOST_MALFORMED_CALLS) {
      throw new AgentFailure('MODEL_MALFORMED', 'The language model asked for something that does not exist.')
    }
    this.#answer(call, { error: 'There is no such tool, or its arguments do not fit.' })
  }

  #answer(call: ToolCall, result: unknown): void {
    this.#messages.push({ role: 'tool', tool_call_id: call.id, content: JSON.stringify(result) })
  }
}

function toAssistantMessage(text: string, toolCalls: readonly ToolCall[]): ChatMessage {
  return {
    role: 'assistant',
    content: text,
    tool_calls: toolCalls.map(({ id, name, arguments: args }) => ({
      id,
      type: 'function',
      function: { name, arguments: args },
    })),
  }
}
