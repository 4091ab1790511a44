import type { AuthenticatedUserContext, SignInMethod } from '#clients/authentication'
import { BackendClient } from '#clients/backend-client'
import type { ClientContext } from '#clients/client-context'
import type { HttpClient } from '#clients/http'
import type { ConnectionId, RunId, ThreadId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import { mustOpenConnection, type ConnectionOptions } from '#clients/open-connection'
import type { Session } from '#clients/session'
import { StepTooEarly } from '#errors/feature-fault'
import type { Duration } from '#waiting/duration'
import { goOnWith, type ThreadsTold } from './threads-told.ts'

/** One device of a person: what they are signed in with there, and its live connection. */
export class Device {
  readonly backend: BackendClient
  /** Of its owner, on all devices. */
  threads: () => ThreadsTold = () => new Map()
  readonly #http: HttpClient
  readonly #person: string
  readonly #clients: ClientContext
  readonly #registerOwned: (value: string) => void
  #context: AuthenticatedUserContext | undefined
  #welcomedAs: string | undefined
  readonly #connections: LiveConnection[] = []
  /** Every thread that was begun here. */
  readonly begun: ThreadId[] = []

  /** @param registerOwned told of every id that becomes this person's */
  constructor(http: HttpClient, clients: ClientContext, registerOwned: (value: string) => void) {
    this.#http = http
    this.#person = http.person
    this.#clients = clients
    this.#registerOwned = registerOwned
    this.backend = new BackendClient(http, () => this.#context?.session.accessToken)
  }

  /** How long its owner waits for an answer, by whichever way. */
  get patience(): Duration {
    return this.#http.patience
  }

  /** How long a run may go on here without an event, as the target promises. */
  get silence(): Duration {
    return this.#clients.silence
  }

  /** By which way its owner came in. */
  get method(): SignInMethod | undefined {
    return this.#context?.method
  }

  /** Whether anybody is signed in here. */
  get isSignedIn(): boolean {
    return this.#context !== undefined
  }

  /** Who is signed in here, and what they are at. @throws {StepTooEarly} */
  get context(): AuthenticatedUserContext {
    if (!this.#context) throw new StepTooEarly('{user} registers')
    return this.#context
  }

  /** What the device is signed in with. @throws {StepTooEarly} */
  get session(): Session {
    return this.context.session
  }

  /** The thread that was created here last. @throws {StepTooEarly} */
  get threadId(): ThreadId {
    const { threadId } = this.context
    if (!threadId) throw new StepTooEarly('{user} is watching a new conversation')
    return threadId
  }

  /** Its live connection, open or not: the one that was opened last. @throws {StepTooEarly} */
  get connection(): LiveConnection {
    const last = this.#connections.at(-1)
    if (!last) throw new StepTooEarly('{user} is watching a new conversation')
    return last
  }

  /** Every live connection that was opened here. */
  get connections(): readonly LiveConnection[] {
    return this.#connections
  }

  /** Whether it has an open connection. */
  get isConnected(): boolean {
    return this.#connections.at(-1)?.isOpen ?? false
  }

  /** Who the platform says this is, on the live connection. */
  get welcomedAs(): string {
    return this.#welcomedAs ?? 'nobody: no line was opened'
  }

  /** From now on, the device acts under this sign-in. */
  adopt(context: AuthenticatedUserContext): void {
    this.#context = context
    this.#registerOwned(context.userId)
  }

  /** The same sign-in, renewed. */
  renew(session: Session): void {
    this.#context = { ...this.context, session }
  }

  /** Opens a live connection with the token of this device, unless told otherwise. @throws {NoConnection} */
  async connect(details: Partial<ConnectionOptions> = {}): Promise<LiveConnection> {
    const token = details.token ?? this.session.accessToken
    const before = this.threads()
    const { connection, welcome } = await mustOpenConnection(this.#person, this.#clients, {
      ...details,
      token,
    })
    const connectionId = welcome.payload.connection_id as ConnectionId
    this.#registerOwned(connectionId)
    this.#context = { ...this.context, connectionId }
    this.#welcomedAs = welcome.payload.user_id
    goOnWith(connection, before, () => this.threads())
    this.#connections.push(connection)
    return connection
  }

  /** Begins a thread. @param more fields that do not belong there @returns its id @throws {UnexpectedAnswer} */
  async createThread(title: string, more: object = {}): Promise<ThreadId> {
    const threadId = await this.backend.mustCreateThread(title, more)
    this.#registerOwned(threadId)
    this.begun.push(threadId)
    this.#context = { ...this.context, threadId }
    return threadId
  }

  /** Closes every connection, from this side: one that ends at this moment would be opened anew. */
  async disconnect(): Promise<void> {
    await Promise.all(this.#connections.map((connection) => connection.close()))
  }

  /** The run that has begun here. */
  trackRun(runId: RunId): void {
    this.#registerOwned(runId)
    this.#context = { ...this.context, runId }
  }
}
