import type { AuthenticatedUserContext, SignInMethod } from '#clients/authentication'
import { BackendClient } from '#clients/backend-client'
import type { ClientContext, HttpClient } from '#clients/http'
import type { ConnectionId, RunId, ThreadId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import { mustOpenConnection, type ConnectionOptions } from '#clients/open-connection'
import type { Session } from '#clients/session'
import type { Duration } from '#waiting/duration'

/** One device of a person: what they are signed in with there, and its live line. */
export class Device {
  readonly backend: BackendClient
  readonly #http: HttpClient
  readonly #person: string
  readonly #clients: ClientContext
  readonly #claim: (value: string) => void
  #context: AuthenticatedUserContext | undefined
  #greetedAs: string | undefined
  #line: LiveConnection | undefined

  /** @param claim told of every id that becomes this person's */
  constructor(http: HttpClient, clients: ClientContext, claim: (value: string) => void) {
    this.#http = http
    this.#person = http.person
    this.#clients = clients
    this.#claim = claim
    this.backend = new BackendClient(http, () => this.#context?.session.accessToken)
  }

  /** How long its owner waits for an answer, by whichever way. */
  get patience(): Duration {
    return this.#http.patience
  }

  /** How long work may go on here without a word, as the target promises. */
  get silence(): Duration {
    return this.#clients.silence
  }

  /** By which way its owner came in. */
  get method(): SignInMethod | undefined {
    return this.#context?.method
  }

  get isSignedIn(): boolean {
    return this.#context !== undefined
  }

  get context(): AuthenticatedUserContext {
    if (!this.#context)
      throw new StepTooEarly('{user} registers')
    return this.#context
  }

  get session(): Session {
    return this.context.session
  }

  /** The conversation that was begun here last. */
  get threadId(): ThreadId {
    const { threadId } = this.context
    if (!threadId)
      throw new StepTooEarly('{user} is watching a new conversation')
    return threadId
  }

  get connection(): LiveConnection {
    if (!this.#line)
      throw new StepTooEarly('{user} is watching a new conversation')
    return this.#line
  }

  /** Who the platform says this is, on the live line. */
  get welcomedAs(): string {
    return this.#greetedAs ?? 'nobody: no line was opened'
  }

  /** From now on, the device acts under this sign-in. */
  adopt(context: AuthenticatedUserContext): void {
    this.#context = context
    this.#claim(context.userId)
  }

  /** The same sign-in, renewed. */
  renew(session: Session): void {
    this.#context = { ...this.context, session }
  }

  async connect(details: Partial<ConnectionOptions> = {}): Promise<LiveConnection> {
    const token = details.token ?? this.session.accessToken
    const { connection, welcome } = await mustOpenConnection(this.#person, this.#clients, {
      ...details,
      token,
    })
    const connectionId = welcome.payload.connection_id as ConnectionId
    this.#claim(connectionId)
    this.#context = { ...this.context, connectionId }
    this.#greetedAs = welcome.payload.user_id
    this.#line = connection
    return connection
  }

  /** @param more fields that do not belong there */
  async createThread(title: string, more: object = {}): Promise<ThreadId> {
    const threadId = await this.backend.mustCreateThread(title, more)
    this.#claim(threadId)
    this.#context = { ...this.context, threadId }
    return threadId
  }

  /** Ends the line, if there is one, from this side. */
  async disconnect(): Promise<void> {
    if (this.#line?.isOpen) await this.#line.close()
  }

  /** The run that has begun here. */
  trackRun(runId: RunId): void {
    this.#claim(runId)
    this.#context = { ...this.context, runId }
  }
}
