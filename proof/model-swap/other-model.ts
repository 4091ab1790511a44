import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { MISBEHAVIOURS, refuse, type Call, type Misbehaviour } from './misbehaviour.ts'
import { thinkOtherwise, type ChatMessage, type OfferedTool, type Thought } from './other-mind.ts'

/** What the agents are told of a model: the three settings, and nothing else. */
export const OTHER_MODEL = { model: 'other-model-2', apiKey: `sk-${randomUUID()}` }
/** Not where our own model server has it. */
const PREFIX = '/openai/deployments/main'

interface ChatRequest {
  readonly model: string
  readonly stream?: boolean
  readonly messages: readonly ChatMessage[]
  readonly tools?: readonly OfferedTool[]
}

/** What it is to do wrong, from when on, and how often. */
export interface Fault {
  readonly what: keyof typeof MISBEHAVIOURS
  /** So many replies are good before. */
  readonly after?: number
  /** So many replies are bad; all without it. */
  readonly times?: number
}

/** A server of the OpenAI-compatible protocol that shares nothing with our own one. */
export class OtherModel {
  /** What was asked for: method and path, and what was wrong with it. */
  readonly asked: string[] = []
  readonly #server = createServer((request, response) => {
    // Whoever has hung up is told nothing more.
    response.on('error', () => undefined)
    this.#answer(request, response).catch(() => response.destroy())
  })
  #fault: Fault | undefined
  #seen = 0
  #bad = 0

  static async open(): Promise<OtherModel> {
    const model = new OtherModel()
    await once(model.#server.listen(0, '127.0.0.1'), 'listening')
    return model
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${PREFIX}`
  }

  /** How many replies were not as they should be since it was last told how to behave. */
  get misdeeds(): number {
    return this.#bad
  }

  /** Without a fault it is good again. */
  behave(fault?: Fault): void {
    this.#fault = fault
    this.#seen = 0
    this.#bad = 0
  }

  async close(): Promise<void> {
    this.#server.close()
    this.#server.closeAllConnections()
    await once(this.#server, 'close')
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await json(request)) as ChatRequest
    const wrong = faultOf(request, body)
    this.asked.push(`${request.method} ${request.url}${wrong ? `: ${wrong}` : ''}`)
    if (wrong) return refuse(response, 400)
    const thought = thinkOtherwise(body.messages, body.tools ?? [])
    const misbehaviour = this.#misbehaviourFor(thought)
    if (misbehaviour && 'refuses' in misbehaviour) {
      return refuse(response, misbehaviour.refuses, misbehaviour.headers)
    }
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).flushHeaders()
    const send = (piece: object): void => void response.write(`data: ${JSON.stringify(piece)}\r\n\r\n`)
    const finish = (): void => void response.end('data: [DONE]\r\n\r\n')
    const meant = thought.calls.map(({ name, parameters }) => ({
      name,
      arguments: JSON.stringify(parameters),
    }))
    const calls = misbehaviour && 'calls' in misbehaviour ? misbehaviour.calls(meant) : meant
    const pieces = piecesOf(body.model, thought.text, calls)
    if (misbehaviour && 'says' in misbehaviour) return misbehaviour.says({ pieces, send, finish, response })
    for (const piece of pieces) send(piece)
    finish()
  }

  #misbehaviourFor({ calls }: Thought): Misbehaviour | undefined {
    if (!this.#fault) return undefined
    const { what, after = 0, times = Infinity } = this.#fault
    const misbehaviour: Misbehaviour = MISBEHAVIOURS[what]
    // Only where a tool is called can it be called wrongly.
    if ('calls' in misbehaviour && calls.length === 0) return undefined
    this.#seen += 1
    if (this.#seen <= after || this.#bad >= times) return undefined
    this.#bad += 1
    return misbehaviour
  }
}

/** What a strict server of the protocol would refuse; undefined when there is nothing. */
function faultOf({ method, url, headers }: IncomingMessage, body: ChatRequest): string | undefined {
  if (method !== 'POST' || url !== `${PREFIX}/chat/completions`) return 'there is nothing here'
  if (headers.authorization !== `Bearer ${OTHER_MODEL.apiKey}`) return 'another key'
  if (body.model !== OTHER_MODEL.model) return `no such model: ${body.model}`
  if (body.stream !== true) return 'not to be streamed'
  const open = new Set<string>()
  for (const { role, tool_calls: calls = [], tool_call_id: id = '' } of body.messages) {
    if (role === 'tool' ? !open.delete(id) : open.size > 0) return 'calls and answers of tools do not match'
    for (const call of calls) open.add(call.id)
  }
  return open.size > 0 ? 'a call of a tool has no answer' : undefined
}

/** A reply as it is streamed: words in small pieces, and the arguments of a tool bit by bit. */
function piecesOf(model: string, text: string, calls: readonly Call[]): object[] {
  const envelope = { id: `chatcmpl-${randomUUID()}`, object: 'chat.completion.chunk', created: 1, model }
  const piece = (delta: object, finish_reason: string | null = null): object => {
    return { ...envelope, choices: [{ index: 0, delta, logprobs: null, finish_reason }] }
  }
  const called = calls.flatMap(({ id = `call_${randomUUID()}`, name, arguments: words }, index) => {
    const first = { index, id, type: 'function', function: { name, arguments: '' } }
    const bits = (words.match(/.{1,16}/gs) ?? []).map((bit) => ({ index, function: { arguments: bit } }))
    return [first, ...bits].map((call) => piece({ tool_calls: [call] }))
  })
  const written = (text.match(/.{1,24}/gs) ?? []).map((content) => piece({ content }))
  const start = piece({ role: 'assistant', content: calls.length > 0 ? null : '', refusal: null })
  return [start, ...written, ...called, piece({}, calls.length > 0 ? 'tool_calls' : 'stop')]
}
