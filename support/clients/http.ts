import axios, { isAxiosError, type AxiosInstance, type AxiosResponse } from 'axios'
import type { Route } from '#contract/routes'
import { startStopwatch } from '#waiting/deadline'
import { milliseconds, type Duration } from '#waiting/duration'
import { leaveAlone } from '#waiting/eventually'
import type { Service } from '#contract/services'
import type { SentRequest } from '#wire/exchange'
import { CallStopped, InTrouble, NoAnswer, NotOffered } from '#wire/unexpected'
import { createAgents, type Agents } from './agents.ts'
import { Answer } from './answer.ts'
import type { CallDetails, ClientContext } from './client-context.ts'
import { namesOf } from './request-names.ts'
import { statedAs, toResponse } from './response.ts'
import { troubleOf, type CallTry, type Failure } from './trouble.ts'

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
  readonly #agents: Agents
  #isWindingUp = false

  constructor(person: string, context: ClientContext) {
    this.person = person
    this.patience = context.patience
    this.#context = context
    this.#agents = createAgents(context.network, AGENT)
    this.#axios = axios.create({
      ...this.#agents,
      maxRedirects: 0,
      // Its agents know the proxies themselves; axios takes from them what it is told not to use.
      ...(context.network?.proxyEnv ? {} : { proxy: false }),
      responseType: 'text',
      transformRequest: (body: unknown) => body,
      transformResponse: (body: unknown) => body,
      validateStatus: () => true,
    })
  }

  /** Calls a route of the contract. @throws {NoAnswer | CallStopped | NotOffered} */
  async call(route: Route, details: CallDetails = {}): Promise<Answer> {
    const { service, path, method, name, key } = route
    if (this.#context.absent?.has(key)) throw new NotOffered(name)
    const url = new URL(
      (details.at ?? this.#context.addresses[service]) +
        path.replace('{id}', encodeURIComponent(details.id ?? '')),
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

  /**
   * Sends any request, as a browser would. While the target is in trouble, what can be asked again is.
   *
   * @throws {NoAnswer | InTrouble | CallStopped}
   */
  async send(service: Service, request: SentRequest, route?: string): Promise<Answer> {
    // Never the query: it may carry what must not be told.
    const what = `${this.person}'s ${route ?? `${request.method} ${new URL(request.url).pathname}`}`
    const [elapsed, { patience }] = [startStopwatch(), this]
    for (let tries = 0; ; tries += 1) {
      const left = milliseconds(patience.ms - elapsed().ms)
      const outcome = await this.#sendOnce({ service, request, route, what, tries, left, patience })
      if (outcome instanceof Answer) return outcome
      await leaveAlone(outcome.pause, this.#stop)
    }
  }

  /** From now on, the end of the run no longer ends calls. */
  windUp(): void {
    this.#isWindingUp = true
  }

  /** Lets go of every connection. */
  close(): void {
    this.#agents.httpAgent.destroy()
    this.#agents.httpsAgent.destroy()
  }

  /** Does not wait for what has to be taken back. */
  get #stop(): AbortSignal | undefined {
    return this.#isWindingUp ? undefined : this.#context.stop
  }

  /** @returns the answer, or how long to wait before it is asked for again */
  async #sendOnce(call: CallTry): Promise<Answer | { readonly pause: Duration }> {
    const { service, request, route, what } = call
    const { wire, pacer } = this.#context
    await pacer.turn(new URL(request.url), this.#stop)
    const number = wire.nextExchange()
    const sent = namedBy(service, number, request, wire.traceId)
    const known = { number, person: this.person, service, route, request: sent, at: wire.now() }
    const open = wire.opened(what)
    wire.asked(route, sent)
    try {
      const received = await this.#request(sent).then(toResponse, (error: unknown) => this.#failure(error))
      const elapsedMs = wire.now() - known.at
      const isAnswer = 'status' in received
      const came = isAnswer ? { response: received } : { failure: received }
      const trouble = troubleOf(call, received)
      wire.exchange({ ...known, ...came, trouble, elapsedMs })
      if (trouble?.isRepeated) return trouble
      if (trouble) throw new InTrouble(what, `${trouble.text} (exchange ${number} of the evidence)`)
      if (isAnswer) return new Answer(what, statedAs(call, received), elapsedMs, number)
      if (received.code === STOPPED) throw new CallStopped(what)
      throw new NoAnswer(what, `${received.code}: ${received.message}`, number)
    } finally {
      open.close()
    }
  }

  #request({ method, url, headers, body }: SentRequest): Promise<AxiosResponse<string>> {
    const signal = this.#stop ? { signal: this.#stop } : {}
    // Without a body there is no type of body; axios would name one.
    const type = { 'content-type': headers['content-type'] ?? false }
    const timeout = Math.max(this.patience.ms, this.#context.slowestAnswer?.ms ?? 0)
    const known = { method, url, headers: { ...headers, ...type }, data: body, timeout }
    return this.#axios.request({ ...known, ...signal })
  }

  /** Why there is no answer. @throws what is no failure of a call */
  #failure(error: unknown): Failure {
    if (!isAxiosError(error)) throw error
    const code = this.#stop?.aborted ? STOPPED : (error.code ?? 'UNKNOWN')
    return { code, message: error.message }
  }
}

const STOPPED = 'STOPPED'

function namedBy(service: Service, number: number, request: SentRequest, trace?: string): SentRequest {
  return {
    ...request,
    headers: { ...STANDARD_HEADERS, ...namesOf(service, number, trace), ...request.headers },
  }
}
