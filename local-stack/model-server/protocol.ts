import { z } from 'zod'

const ToolCall = z.object({
  id: z.string(),
  type: z.literal('function'),
  function: z.object({ name: z.string(), arguments: z.string() }),
})

const Message = z.object({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: z.string().nullish(),
  tool_calls: z.array(ToolCall).optional(),
  tool_call_id: z.string().optional(),
})

/** `POST /chat/completions`, as far as this server reads it. */
export const ChatRequest = z.object({
  model: z.string(),
  messages: z.array(Message).min(1),
  stream: z.boolean().optional(),
  tools: z.array(z.object({ function: z.object({ name: z.string() }) })).optional(),
})

export type ChatRequest = z.output<typeof ChatRequest>
export type ChatMessage = z.output<typeof Message>

/** What the model says next: words, calls for tools, or both. */
export interface Reply {
  readonly text: string
  readonly toolCalls: readonly { readonly name: string; readonly arguments: object }[]
}

interface Envelope {
  readonly id: string
  readonly created: number
  readonly model: string
}

interface WireToolCall {
  readonly index: number
  readonly id: string
  readonly type: 'function'
  readonly function: { readonly name: string; readonly arguments: string }
}

/** The reply as one JSON document. */
export function toDocument(envelope: Envelope, reply: Reply): object {
  const calls = wireToolCalls(envelope, reply).map(({ id, type, function: call }) => ({
    id,
    type,
    function: call,
  }))
  const message = {
    role: 'assistant',
    content: reply.text,
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
  }
  return {
    ...envelope,
    object: 'chat.completion',
    choices: [{ index: 0, message, finish_reason: finishReason(reply) }],
  }
}

const WORDS_A_PIECE = 6

/** The reply as the pieces of a stream, in order. */
export function* toPieces(envelope: Envelope, reply: Reply): Generator<object> {
  const piece = (delta: object, finish: string | null = null): object => ({
    ...envelope,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason: finish }],
  })
  yield piece({ role: 'assistant', content: '' })
  const words = reply.text.split(/(?<=\s)/)
  for (let start = 0; start < words.length; start += WORDS_A_PIECE) {
    const content = words.slice(start, start + WORDS_A_PIECE).join('')
    if (content) yield piece({ content })
  }
  for (const call of wireToolCalls(envelope, reply)) yield piece({ tool_calls: [call] })
  yield piece({}, finishReason(reply))
}

function wireToolCalls({ id }: Envelope, { toolCalls }: Reply): WireToolCall[] {
  return toolCalls.map((call, index) => ({
    index,
    id: `call_${id}_${index}`,
    type: 'function',
    function: { name: call.name, arguments: JSON.stringify(call.arguments) },
  }))
}

function finishReason({ toolCalls }: Reply): string {
  return toolCalls.length > 0 ? 'tool_calls' : 'stop'
}
