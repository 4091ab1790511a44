import { isAgentEvent, type FrameOf, type ReceivedFrame } from '#contract/frames'
import { isTerminal } from '#contract/observed-run'

/** That a thread is to be told again: its id, and past which sequence; 0 for all. */
export type Wish = readonly [thread: string, after: number]

/** What a line that was opened in place of a lost one has to be asked for, and what of it the lost one would have told. */
export class LineAfterLoss {
  /** By thread that is at work, the last sequence that was told of it. */
  readonly #awaited: Map<string, number>
  readonly #lost: string | undefined
  /** By thread, from where on its owner has asked to be told, and was not told to the end. */
  readonly #asked: ReadonlyMap<string, number>
  #name: string | undefined

  /**
   * @param told all that was told on the lost line
   * @param wishes what was asked for there to be told again
   * @param open where something was asked that nobody has answered, and how far that was told: it may be at work
   */
  constructor(told: readonly ReceivedFrame[], wishes: readonly Wish[] = [], open: readonly Wish[] = []) {
    this.#asked = unfulfilled(wishes, told)
    this.#awaited = unfinished(told)
    for (const [thread, last] of open) this.#awaited.set(thread, last)
    for (const [thread, after] of this.#asked) this.#awaited.set(thread, toldOnTo(after, thread, told))
    this.#lost = told.find((frame) => frame.type === 'connection_established')?.payload.connection_id
  }

  /** From where on each thread is to be told. */
  get wishes(): readonly Wish[] {
    return [...this.#awaited].map(([thread, last]) => [thread, this.#asked.get(thread) ?? last])
  }

  /** What the lost line would have told in its place: neither another welcome, nor anything twice. */
  toldOf(frame: ReceivedFrame): ReceivedFrame | undefined {
    if (frame.type === 'heartbeat') return { ...frame, payload: this.#named(frame.payload) }
    if (frame.type !== 'connection_established') return this.#passes(frame) ? frame : undefined
    this.#name = frame.payload.connection_id
    const { timestamp } = frame
    // It says that the line is there, and no more.
    return { type: 'heartbeat', timestamp, payload: this.#named({ connection_id: this.#name }) }
  }

  #passes(frame: ReceivedFrame): boolean {
    if (frame.type === 'replay_complete') return this.#isAskedFor(frame.payload.thread_id)
    if (!isAgentEvent(frame)) return true
    const { thread_id: thread } = frame.payload
    const last = this.#awaited.get(thread)
    if (last === undefined) return true
    // What came live before its turn is told again.
    if (frame.sequence !== last + 1) return false
    this.#awaited.set(thread, frame.sequence)
    return true
  }

  /** Whether its owner has asked for what is now told to the end. */
  #isAskedFor(thread: string): boolean {
    return !this.#awaited.delete(thread) || this.#asked.has(thread)
  }

  /** A line that names itself names the lost one. */
  #named(payload: FrameOf<'heartbeat'>['payload']): FrameOf<'heartbeat'>['payload'] {
    const [lost, isItself] = [this.#lost, payload.connection_id === this.#name]
    return isItself && lost !== undefined ? { ...payload, connection_id: lost } : payload
  }
}

/** Whether anything that was told answers what was said by this name: the nonce of a ping, or the id of a message. */
export function isAnswered(name: string, told: readonly ReceivedFrame[]): boolean {
  return told.some((frame) => {
    if (frame.type === 'pong') return frame.payload.nonce === name
    const isOfMessage = frame.type === 'message_accepted' || frame.type === 'error_message'
    return isOfMessage && frame.payload.client_message_id === name
  })
}

function unfinished(told: readonly ReceivedFrame[]): Map<string, number> {
  const [last, open, over] = [new Map<string, number>(), new Map<string, string>(), new Set<string>()]
  for (const frame of told) {
    if (frame.type !== 'message_accepted' && !isAgentEvent(frame)) continue
    const { thread_id: thread, run_id: run } = frame.payload
    if (isAgentEvent(frame)) last.set(thread, frame.sequence)
    if (isAgentEvent(frame) && isTerminal(frame)) over.add(run)
    if (over.has(run)) open.delete(run)
    else open.set(run, thread)
  }
  return new Map([...open.values()].map((thread) => [thread, last.get(thread) ?? 0]))
}

/** The last sequence of a thread; 0 where nothing was told of it. */
export function lastTold(thread: string, told: readonly ReceivedFrame[]): number {
  const last = told.findLast((frame) => isAgentEvent(frame) && frame.payload.thread_id === thread)
  return last && isAgentEvent(last) ? last.sequence : 0
}

/** The last wish for each thread that has had more of them than ends of what is told again. */
function unfulfilled(wishes: readonly Wish[], told: readonly ReceivedFrame[]): Map<string, number> {
  const ends = told.flatMap((frame) => (frame.type === 'replay_complete' ? frame.payload.thread_id : []))
  const count = (threads: readonly string[], thread: string): number =>
    threads.filter((one) => one === thread).length
  const threads = wishes.map(([thread]) => thread)
  return new Map(wishes.filter(([thread]) => count(threads, thread) > count(ends, thread)))
}

/** How far a thread was told past a sequence without a hole: what came live meanwhile is told again in its turn. */
function toldOnTo(after: number, thread: string, told: readonly ReceivedFrame[]): number {
  const events = told.filter((frame) => isAgentEvent(frame) && frame.payload.thread_id === thread)
  const known = new Set(events.map((frame) => isAgentEvent(frame) && frame.sequence))
  let last = after
  while (known.has(last + 1)) last += 1
  return last
}
