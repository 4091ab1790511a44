import OpenAI from 'openai'
import type {
  ChatCompletion,
  ChatCompletionMessageParam,
  ChatCompletionTool,
} from 'openai/resources/chat/completions'
import { AgentFailure } from './agent-failure.ts'

export type ChatMessage = ChatCompletionMessageParam
export type ChatTool = ChatCompletionTool

/** Where the language model is, and how to ask it. */
export interface ModelConfig {
  readonly baseUrl: string
  readonly model: string
  readonly apiKey: string
}

export interface CompletionRequest {
  readonly messages: readonly ChatMessage[]
  readonly tools: readonly ChatTool[]
  readonly signal: AbortSignal
  /** Called as the model goes on writing, with all that it has written so far. */
  readonly onText?: (soFar: string) => void
}

export interface Completion {
  readonly text: string
  readonly toolCalls: readonly { readonly id: string; readonly name: string; readonly arguments: string }[]
}

/** A language model behind the OpenAI-compatible protocol. */
export type ModelClient = (request: CompletionRequest) => Promise<Completion>

const SILENCE_MS = 20_000
const RETRIES = 2

/** @throws {AgentFailure} when the model cannot be reached, breaks off, or falls silent */
export function createModelClient({ baseUrl, model, apiKey }: ModelConfig): ModelClient {
  const client = new OpenAI({ baseURL: baseUrl, apiKey, maxRetries: RETRIES, timeout: SILENCE_MS })
  return async ({ messages, tools, signal, onText }) => {
    const silence = watchForSilence()
    const stream = client.chat.completions.stream(
      { model, messages: [...messages], ...(tools.length > 0 ? { tools: [...tools] } : {}) },
      { signal: AbortSignal.any([signal, silence.signal]) },
    )
    stream.on('chunk', () => silence.heard())
    stream.on('content', (_delta, soFar) => onText?.(soFar))
    try {
      return toCompletion(await stream.finalChatCompletion())
    } catch (error) {
      signal.throwIfAborted()
      throw toFailure(error, silence.signal.aborted)
    } finally {
      silence.over()
    }
  }
}

function watchForSilence(): { signal: AbortSignal; heard: () => void; over: () => void } {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), SILENCE_MS)
  return { signal: controller.signal, heard: () => timer.refresh(), over: () => clearTimeout(timer) }
}

function toCompletion({ choices }: ChatCompletion): Completion {
  const message = choices[0]?.message
  const calls = message?.tool_calls ?? []
  return {
    text: message?.content ?? '',
    toolCalls: calls.flatMap((call) =>
      call.type === 'function'
        ? [{ id: call.id, name: call.function.name, arguments: call.function.arguments }]
        : [],
    ),
  }
}

function toFailure(error: unknown, fellSilent: boolean): AgentFailure {
  if (fellSilent) return new AgentFailure('MODEL_SILENT', 'The language model stopped answering.')
  console.error(`language model: ${String(error)}`)
  return new AgentFailure('MODEL_UNAVAILABLE', 'The language model cannot be used at the moment.')
}
