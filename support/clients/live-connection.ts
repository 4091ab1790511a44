import { WebSocket } from 'ws'
import { CLOSE } from '#contract/codes'
import type { FrameOf, ReceivedFrame, ServerFrame } from '#contract/frames'
import { within } from '#waiting/deadline'
import { seconds, type Duration } from '#waiting/duration'
import { EventLog, type Mark } from '#waiting/event-log'
import type { OpenThing } from '#wire/wire'
import type { ClientContext } from './client-context.ts'
import type { ConnectionClose } from './connection-close.ts'
import type { RunId, ThreadId } from './ids.ts'
import { LineSpeech } from './line-speech.ts'

/** One live connection of one person. Whatever arrives is in `received`, from before it opened. */
export class LiveConnection {
  readonly person: string
  /** Which connection of the scenario: 1, 2, 3 … */
  readonly number: number
  readonly received: EventLog<ReceivedFrame>
  readonly speech: LineSpeech
  /** Resolves when it is over, whoever ended it. */
  readonly closed: Promise<ConnectionClose>
  readonly #socket: WebSocket
  readonly #context: ClientContext
  readonly #open: OpenThing
  #wasOpen = false
  #ours = false

  /** @param socket not open yet: listening begins before anything can arrive @param owner of its token */
  constructor(person: string, socket: WebSocket, context: ClientContext, owner?: string) {
    this.person = person
    this.speech = new LineSpeech(owner)
    this.#socket = socket
    this.#context = context
    this.number = context.wire.nextConnection()
    this.#open = context.wire.opened(`${person}'s live connection ${this.number}`)
    this.received = new EventLog(context.stop, ({ type }) => type)
    socket.on('open', () => (this.#wasOpen = true))
    socket.on('message', (data: Buffer) => this.#receive(data.toString('utf8')))
    socket.on('error', () => undefined)
    this.closed = new Promise((resolve) => {
      socket.once('close', (code, reason) => resolve(this.#end(code, reason.toString('utf8'))))
    })
  }

  /** How long its owner waits for an answer. */
  get patience(): Duration {
    return this.#context.patience
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN
  }

  /** The subprotocol that the platform has selected; empty without one. */
  get protocol(): string {
    return this.#socket.protocol
  }

  /** Sends a frame; what comes of it is waited for in `received`, from a mark taken before. */
  send(frame: object): void {
    this.sendRaw(JSON.stringify(frame))
  }

  /** Sends what need not be a frame at all. @param asBytes not as text */
  sendRaw(text: string, asBytes = false): void {
    const { wire } = this.#context
    wire.frame({ connection: this.number, person: this.person, direction: 'sent', text, at: wire.now() })
    this.#socket.send(asBytes ? Buffer.from(text) : text)
  }

  sendUserMessage(threadId: ThreadId, content: string, clientMessageId: string): void {
    const payload = { content, thread_id: threadId, client_message_id: clientMessageId }
    this.send({ type: 'user_message', payload })
  }

  ping(nonce: string): void {
    this.send({ type: 'ping', payload: { nonce } })
  }

  /** Asks to be told again everything of a thread past a sequence; 0 for all. */
  resume(threadId: ThreadId, after: number): void {
    this.send({ type: 'resume', payload: { thread_id: threadId, after } })
  }

  stopRun(runId: RunId): void {
    this.send({ type: 'stop_run', payload: { run_id: runId } })
  }

  reauthenticate(token: string): void {
    this.send({ type: 'reauthenticate', payload: { token } })
  }

  /** The first frame of a type since the mark. @throws {NotObserved} */
  async mustReceive<Type extends ServerFrame['type']>(
    type: Type,
    from: Mark,
    limit: Duration,
    fits: (frame: FrameOf<Type>) => boolean = () => true,
  ): Promise<FrameOf<Type>> {
    const isIt = (heard: ReceivedFrame): heard is FrameOf<Type> =>
      heard.type === type && fits(heard as FrameOf<Type>)
    const wait = { what: `${type} on ${this.person}'s line`, from, limit }
    return (await this.received.waitFor(wait, isIt)).value
  }

  /** How the platform ended the line. @throws {NotObserved} when it has not, within the limit */
  mustClose(limit: Duration): Promise<ConnectionClose> {
    return within(`the end of ${this.person}'s line`, limit, this.#context.stop, this.closed)
  }

  /** Hangs up, and waits until the platform has, too. */
  async close(): Promise<void> {
    this.#ours = true
    this.#socket.close(CLOSE.normal)
    const end = within('the end', seconds(5), new AbortController().signal, this.closed)
    await end.catch(() => this.terminate())
  }

  /** Lets go of the line without a word. */
  terminate(): void {
    this.#ours = true
    this.#socket.terminate()
  }

  /** Hears and answers nothing any more, and does not say so. It is still there until it is cut. */
  stopReading(): void {
    this.#ours = true
    this.#socket.pause()
  }

  #receive(text: string): void {
    const { parsed, reply } = this.speech.hear(text)
    const { person, number: connection } = this
    const { wire } = this.#context
    wire.frame({ connection, person, direction: 'received', text, parsed, at: wire.now() })
    if (reply) this.send(reply)
    // Whoever does not know a kind of frame passes over it.
    if (parsed.type !== 'unreadable' || parsed.kind === undefined) this.received.append(parsed)
  }

  #end(code: number, reason: string): ConnectionClose {
    const { number: connection, person } = this
    const { wire } = this.#context
    this.#open.close()
    this.received.finish(`the line ended with ${code}${reason ? ` "${reason}"` : ''}`)
    const end = { connection, person, code, reason, ours: this.#ours, at: wire.now() }
    if (this.#wasOpen) wire.connectionEnd(end)
    return { code, reason, at: performance.now() }
  }
}
