import { WebSocket } from 'ws'
import { CLOSE } from '#contract/codes'
import type { FrameOf, ReceivedFrame, ServerFrame } from '#contract/frames'
import { within } from '#waiting/deadline'
import { seconds, type Duration } from '#waiting/duration'
import { EventLog, type Mark } from '#waiting/event-log'
import type { OpenThing } from '#wire/wire'
import type { ClientContext } from './client-context.ts'
import { ClientMessages } from './client-messages.ts'
import type { ConnectionClose } from './connection-close.ts'
import { LineSpeech } from './line-speech.ts'

/** One live connection of one person. Whatever arrives is in `received`, from before it opened. */
export class LiveConnection extends ClientMessages {
  readonly person: string
  readonly received: EventLog<ReceivedFrame>
  readonly speech: LineSpeech
  /** Resolves when it is over, whoever ended it. */
  readonly closed: Promise<ConnectionClose>
  /** Told of whatever is appended to `received`. */
  onReceived: (frame: ReceivedFrame) => void = () => undefined
  readonly #number: number
  readonly #socket: WebSocket
  readonly #context: ClientContext
  readonly #open: OpenThing
  #wasOpen = false
  readonly #how: { ours: boolean; isUnheard?: true } = { ours: false }

  /** @param socket not open yet: listening begins before anything can arrive @param owner of its token */
  constructor(person: string, socket: WebSocket, context: ClientContext, owner?: string) {
    super()
    this.person = person
    this.speech = new LineSpeech(owner)
    this.#socket = socket
    this.#context = context
    this.#number = context.wire.nextConnection()
    this.#open = context.wire.opened(`${person}'s live connection ${this.#number}`)
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

  /** Which connection of the scenario: 1, 2, 3 … */
  get number(): number {
    return this.succession.line?.number ?? this.#number
  }

  get isOpen(): boolean {
    return this.succession.isOpen ?? this.#socket.readyState === WebSocket.OPEN
  }

  /** The subprotocol that the platform has selected; empty without one. */
  get protocol(): string {
    return this.#socket.protocol
  }

  /** Sends what need not be a frame at all. @param asBytes not as text */
  sendRaw(text: string, asBytes = false): void {
    if (this.succession.takes(text, asBytes)) return
    const { wire } = this.#context
    wire.frame({ connection: this.#number, person: this.person, direction: 'sent', text, at: wire.now() })
    this.#socket.send(asBytes ? Buffer.from(text) : text)
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
    this.#how.ours = true
    const next = await this.succession.settled()
    if (next) return next.close()
    this.#socket.close(CLOSE.normal)
    await within('the end', seconds(5), new AbortController().signal, this.closed).catch(() =>
      this.terminate(),
    )
  }

  /** Lets go of the line without a word. */
  terminate(): void {
    this.#how.ours = true
    this.succession.line?.terminate()
    this.#socket.terminate()
  }

  /** Hears and answers nothing any more, and does not say so. It is still there until it is cut. */
  stopReading(): void {
    Object.assign(this.#how, { ours: true, isUnheard: true })
    this.succession.line?.stopReading()
    this.#socket.pause()
  }

  #receive(text: string): void {
    const { parsed, reply } = this.speech.hear(text)
    const [{ wire }, person, connection] = [this.#context, this.person, this.#number]
    wire.frame({ connection, person, direction: 'received', text, parsed, at: wire.now() })
    if (reply) this.send(reply)
    // Whoever does not know a kind of frame passes over it.
    if (parsed.type !== 'unreadable' || parsed.kind === undefined) this.#hear(parsed)
  }

  #hear(frame: ReceivedFrame): void {
    this.received.append(frame)
    this.onReceived(frame)
  }

  /** Where it ends by nobody's will, it goes on in another one. */
  async #end(code: number, reason: string): Promise<ConnectionClose> {
    const [{ wire }, person, connection] = [this.#context, this.person, this.#number]
    this.#open.close()
    const [ended, at] = [performance.now(), wire.now()]
    const next = this.#how.ours ? undefined : await this.#follow(code)
    const came = next && { regainedAs: next.number }
    if (this.#wasOpen) wire.connectionEnd({ connection, person, code, reason, ...this.#how, ...came, at })
    const last = await next?.closed
    this.received.finish(`the line ended with ${code}${reason ? ` "${reason}"` : ''}`)
    return last ?? { code, reason, at: ended, mayBeLost: wire.lossCodes.has(code) }
  }

  async #follow(code: number): Promise<LiveConnection | undefined> {
    const next = await this.succession.follow(code, this.received, (frame) => this.#hear(frame))
    if (this.#how.ours) next?.terminate()
    return next
  }
}
