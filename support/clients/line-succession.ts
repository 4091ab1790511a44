import type { ReceivedFrame } from '#contract/frames'
import { EventLog } from '#waiting/event-log'
import { isAnswered, lastTold, LineAfterLoss, type Wish } from './line-after-loss.ts'
import type { ThreadId } from './ids.ts'
import type { LiveConnection } from './live-connection.ts'

/**
 * Opens a line anew that has ended with this code.
 *
 * @param token that has renewed it, if one has
 * @returns nothing where such an end is an answer, and where nobody is let in again
 */
export type Reopening = (code: number, token: string | undefined) => Promise<LiveConnection | undefined>

/** The line that takes the place of one which somebody in between has ended: what was said and told goes on there. */
export class LineSuccession {
  /** Unless it is set, a line that has ended has ended. */
  reopen: Reopening | undefined
  #line: LiveConnection | undefined
  #coming: Promise<LiveConnection | undefined> | undefined
  readonly #early: (readonly [text: string, asBytes: boolean])[] = []
  /** What has to be answered, by the name that is in the answer. */
  readonly #said = new Map<string, string>()
  readonly #wishes: Wish[] = []
  /** The threads of its owner, and how far they were told when it was opened: work in them is told on all her lines. */
  threads: () => readonly Wish[] = () => []
  /** What was told on the lines whose place it has taken. */
  #before: readonly ReceivedFrame[] = []
  /** What is said once more by itself. */
  readonly #noted = new Set<string>()
  /** Tokens that were to renew it, in order. */
  readonly #renewals: string[] = []

  /** The line that is there now in place of the lost one. */
  get line(): LiveConnection | undefined {
    return this.#line
  }

  /** Whether it is being opened. */
  get isComing(): boolean {
    return this.#coming !== undefined && this.#line === undefined
  }

  /** Whether it is open, or about to be; nothing where the line was not lost. */
  get isOpen(): boolean | undefined {
    return this.isComing ? true : this.#line?.isOpen
  }

  /** Notes what is to be said once more if it stays without an answer. */
  note(name: string, text: string): void {
    this.#said.set(name, text)
    this.#noted.add(text)
    this.#line?.succession.note(name, text)
  }

  /** Notes what was asked for to be told again. @param text that asks for it */
  wish(thread: string, after: number, text: string): void {
    this.#wishes.push([thread, after])
    this.#noted.add(text)
    this.#line?.succession.wish(thread, after, text)
  }

  /** The line is to be renewed with this token. @param text that asks for it */
  renew(token: string, text: string): void {
    this.#renewals.push(token)
    this.#noted.add(text)
    this.#line?.succession.renew(token, text)
  }

  /** Takes what is said when the line is lost. @returns whether it was */
  takes(text: string, asBytes: boolean): boolean {
    if (this.isComing && this.#noted.has(text)) return true
    if (this.isComing) this.#early.push([text, asBytes])
    else if (!this.#line) return false
    else this.#line.sendRaw(text, asBytes)
    return true
  }

  /** When it is known whether there is one. */
  async settled(): Promise<LiveConnection | undefined> {
    return (await this.#coming) ?? this.#line
  }

  /** @param received on the lost line @param hear told what the lost line would have told */
  async follow(
    code: number,
    received: EventLog<ReceivedFrame>,
    hear: (frame: ReceivedFrame) => void,
  ): Promise<LiveConnection | undefined> {
    const told = received.since(EventLog.START).map(({ value }) => value)
    this.#coming = this.reopen?.(code, this.#renewals[renewalsIn(told) - 1])
    const line = await this.#coming
    if (line) this.#takeOver(line, told, hear)
    this.#coming = undefined
    return line
  }

  #takeOver(
    line: LiveConnection,
    told: readonly ReceivedFrame[],
    hear: (frame: ReceivedFrame) => void,
  ): void {
    this.#line = line
    const all = [...this.#before, ...told]
    line.succession.#before = all
    line.succession.threads = this.threads
    const open = [...this.#said].filter(([name]) => !isAnswered(name, told))
    const after = new LineAfterLoss(told, this.#wishes, this.#atWork(open, all))
    const tell = (frame: ReceivedFrame): void => {
      const heard = after.toldOf(frame)
      if (heard) hear(heard)
    }
    for (const { value } of line.received.since(EventLog.START)) tell(value)
    line.onReceived = tell
    for (const [thread, sequence] of after.wishes) line.resume(thread as ThreadId, sequence)
    this.#sayAgain(line, open, told)
    for (const [text, asBytes] of this.#early.splice(0)) line.sendRaw(text, asBytes)
  }

  /** Where something was asked, and what else its owner has begun: how far that was told. */
  #atWork(open: readonly (readonly [string, string])[], all: readonly ReceivedFrame[]): readonly Wish[] {
    const asked = open.flatMap(([, text]) => threadIn(text)).map((thread): Wish => [thread, 0])
    const farther = ([thread, least]: Wish): Wish => [thread, Math.max(least, lastTold(thread, all))]
    return [...this.threads(), ...asked].map(farther)
  }

  #sayAgain(
    line: LiveConnection,
    open: readonly (readonly [string, string])[],
    told: readonly ReceivedFrame[],
  ): void {
    const renewal = this.#renewals.slice(renewalsIn(told)).at(-1)
    if (renewal !== undefined) line.reauthenticate(renewal)
    for (const [name, text] of open) {
      line.succession.note(name, text)
      line.sendRaw(text)
    }
  }
}

function renewalsIn(told: readonly ReceivedFrame[]): number {
  return told.filter(({ type }) => type === 'reauthenticated').length
}

/** In which thread a message asks something, if it does. */
function threadIn(text: string): string[] {
  const { payload } = JSON.parse(text) as { readonly payload: { readonly thread_id?: string } }
  return payload.thread_id === undefined ? [] : [payload.thread_id]
}
