import { randomUUID } from 'node:crypto'
import { Agent as PlainAgent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import axios, { isAxiosError, type AxiosInstance, type AxiosResponse } from 'axios'
import type { Route } from '#contract/routes'
import type { Pacer } from '#waiting/pacer'
import { type Duration } from '#waiting/duration'
import type { Service } from '#contract/services'
import type { Exchange, SentRequest } from '#wire/exchange'
import { CallStopped, NoAnswer } from '#wire/unexpected'
import type { Wire } from '#wire/wire'
import { Answer } from './answer.ts'
import { toResponse } from './response.ts'

/** Where the platform is, by part. */
export type Addresses = Readonly<Record<Exclude<Service, 'outside'>, string>>

/** What the clients of one person need of the scenario they act in. */
export interface ClientContext {
  readonly addresses: Addresses
  readonly wire: Wire
  readonly pacer: Pacer
  /** How long a single answer may take. */
  readonly patience: Duration
  /** How long a run may go on without an event. */
  readonly silence: Duration
  /** Ends everything when the run is stopped. */
  readonly stop: AbortSignal
}

/** What a call of a route takes along. */
export interface CallDetails {
  /** Sent as `Authorization: Bearer …`. */
  readonly token?: string | undefined
  /** For `{id}` in the route's path. */
  readonly id?: string
  readonly query?: Readonly<Record<string, string>>
  readonly json?: unknown
  /** Sent as it is, in place of `json`. */
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
}

// Like a browser: a few connections to each service, used again.
const STANDARD_HEADERS = { accept: 'application/json' }

const AGENT = { keepAlive: true, maxSockets: 6 }

/** One person's way of calling the platform. Tells the wire of every exchange; never judges an answer. */
export class HttpClient {
  readonly person: string
  /** How long one answer may take; the target's own patience unless it is a crowd that is waited for. */
  patience: Duration
  readonly #context: ClientContext
  readonly #axios: AxiosInstance
  readonly #agents: readonly [PlainAgent, SecureAgent]
  #isWindingUp = false

  constructor(person: string, context: ClientContext) {
    this.person = person
    this.patience = context.patience
    this.#context = context
    const agents = [new PlainAgent(AGENT), new SecureAgent(AGENT)] as const
    this.#agents = agents
    this.#axios = axios.create({
      httpAgent: agents[0],
      httpsAgent: agents[1],
      maxRedirects: 0,
      proxy: false,
      responseType: 'text',
      transformRequest: (body: unknown) => body,
      transformResponse: (body: unknown) => body,
      validateStatus: () => true,
    })
  }

  /** Calls a route of the contract. @throws {NoAnswer | CallStopped} */
  call(route: Route, details: CallDetails = {}): Promise<Answer> {
    const { service, path, method, name } = route
    const url = new URL(
      this.#context.addresses[service] + path.replace('{id}', encodeURIComponent(details.id ?? '')),
    )
    for (const [key, value] of Object.entries(details.query ?? {})) url.searchParams.set(key, value)
    const body = details.text ?? (details.json === undefined ? undefined : JSON.stringify(details.json))
    const headers = {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(details.token === undefined ? {} : { authorization: `Bearer ${details.token}` }),
      ...details.headers,
    }
    return this.send(service, { method, url: url.href, headers, body }, name)
  }

  /** Sends any request, as a browser would. @throws {NoAnswer | CallStopped} */
  async send(service: Service, request: SentRequest, route?: string): Promise<Answer> {
    const { wire, pacer, stop } = this.#context
    const url = new URL(request.url)
    await pacer.turn(url, this.#isWindingUp ? undefined : stop)
    const sent = {
      ...request,
      headers: { ...STANDARD_HEADERS, 'x-request-id': randomUUID(), ...request.headers },
    }
    const { person } = this
    const known = { number: wire.nextExchange(), person, service, route, request: sent, at: wire.now() }
    // Never the query: it may carry what must not be told.
    const what = `${person}'s ${route ?? `${request.method} ${url.pathname}`}`
    const open = wire.opened(what)
    try {
      const response = toResponse(await this.#request(sent))
      const elapsedMs = wire.now() - known.at
      wire.exchange({ ...known, response, elapsedMs })
      return new Answer(what, response, elapsedMs, known.number)
    } catch (error) {
      throw this.#explain(error, what, known)
    } finally {
      open.close()
    }
  }

  /** From now on, the end of the run no longer ends calls. */
  windUp(): void {
    this.#isWindingUp = true
  }

  /** Lets go of every connection. */
  close(): void {
    for (const agent of this.#agents) agent.destroy()
  }

  #request({ method, url, headers, body }: SentRequest): Promise<AxiosResponse<string>> {
    const signal = this.#isWindingUp ? {} : { signal: this.#context.stop }
    // Without a body there is no type of body; axios would name one.
    const type = { 'content-type': headers['content-type'] ?? false }
    const known = { method, url, headers: { ...headers, ...type }, data: body, timeout: this.patience.ms }
    return this.#axios.request({ ...known, ...signal })
  }

  #explain(error: unknown, what: string, known: Omit<Exchange, 'elapsedMs'>): unknown {
    if (!isAxiosError(error)) return error
    const { wire, stop } = this.#context
    const isStopped = stop.aborted && !this.#isWindingUp
    const code = isStopped ? 'STOPPED' : (error.code ?? 'UNKNOWN')
    wire.exchange({ ...known, failure: { code, message: error.message }, elapsedMs: wire.now() - known.at })
    if (isStopped) return new CallStopped(what)
    return new NoAnswer(what, `${code}: ${error.message}`, known.number)
  }
}
