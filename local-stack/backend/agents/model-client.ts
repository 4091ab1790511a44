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

/** How long a model may keep an agent waiting. */
export interface Patience {
  /** Without a word. */
  readonly silenceMs: number
  /** Until its reply is complete. */
  readonly replyMs: number
}

const USUAL_PATIENCE: Patience = { silenceMs: 20_000, replyMs: 120_000 }
const RETRIES = 2

/** @throws {AgentFailure} when the model cannot be reached, breaks off, falls silent, or says nothing */
export function createModelClient(
  { baseUrl, model, apiKey }: ModelConfig,
  patience = USUAL_PATIENCE,
): ModelClient {
  const timeout = patience.silenceMs
  const client = new OpenAI({ baseURL: baseUrl, apiKey, maxRetries: RETRIES, timeout })
  return async ({ messages, tools, signal, onText }) => {
    const watch = watchTheClock(patience)
    const stream = client.chat.completions.stream(
      { model, messages: [...messages], ...(tools.length > 0 ? { tools: [...tools] } : {}) },
      { signal: AbortSignal.any([signal, watch.signal]) },
    )
    stream.on('chunk', () => watch.heard())
    stream.on('content', (_delta, soFar) => onText?.(soFar))
    try {
      return toCompletion(await stream.finalChatCompletion())
    } catch (error) {
      signal.throwIfAborted()
      watch.signal.throwIfAborted()
      throw toFailure(error)
    } finally {
      watch.over()
    }
  }
}

/** Aborts, with the failure for a reason, when patience is at its end. */
function watchTheClock({ silenceMs, replyMs }: Patience) {
  const controller = new AbortController()
  const abort = (failure: AgentFailure): void => controller.abort(failure)
  const silent = new AgentFailure('MODEL_SILENT', 'The language model stopped answering.')
  const endless = new AgentFailure('MODEL_MALFORMED', 'The language model did not come to an end.')
  const silence = setTimeout(abort, silenceMs, silent)
  const reply = setTimeout(abort, replyMs, endless)
  const over = (): void => [silence, reply].forEach(clearTimeout)
  return { signal: controller.signal, heard: () => silence.refresh(), over }
}

/** What ends a reply before it is complete. */
const BROKEN_OFF = ['length', 'content_filter']

function toCompletion({ choices }: ChatCompletion): Completion {
  const message = choices[0]?.message
  const text = message?.content ?? ''
  const toolCalls = (message?.tool_calls ?? []).flatMap((call) =>
    call.type === 'function'
      ? [{ id: call.id, name: call.function.name, arguments: call.function.arguments }]
      : [],
  )
  if (BROKEN_OFF.includes(choices[0]?.finish_reason ?? '')) {
    throw new AgentFailure('MODEL_MALFORMED', 'The language model broke off before it had said everything.')
  }
  if (text.trim() === '' && toolCalls.length === 0) {
    throw new AgentFailure('MODEL_MALFORMED', 'The language model answered with nothing.')
  }
  return { text, toolCalls }
}

function toFailure(error: unknown): AgentFailure {
  if (error instanceof AgentFailure) return error
  console.error(`language model: ${String(error)}`)
  return new AgentFailure('MODEL_UNAVAILABLE', 'The language model cannot be used at the moment.')
}
