import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { WebSocket } from 'ws'

/** Something that the platform says on a line. */
export interface Frame {
  readonly type: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** Something that happened in a run. */
export interface RunEvent extends Frame {
  readonly event_id: string
  readonly sequence: number
}

/** Nothing here takes so long: whoever waits for more waits in vain. */
export const OUTER_LIMIT_MS = 20_000

/** A line to the platform, and all that was heard on it. */
export class LiveLine {
  readonly heard: Frame[] = []
  readonly #socket: WebSocket
  #early: readonly RunEvent[] = []

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('error', () => undefined)
    socket.on('message', (data: Buffer) => {
      this.heard.push(JSON.parse(data.toString('utf8')) as Frame)
      socket.emit('heard')
    })
  }

  /** @param url of the backend, or of a relay in front of it */
  static async open(url: string, token: string): Promise<LiveLine> {
    const headers = { authorization: `Bearer ${token}` }
    const line = new LiveLine(new WebSocket(`${url.replace(/^http/, 'ws')}/ws`, { headers }))
    await line.hears('a welcome', ({ type }) => type === 'connection_established')
    return line
  }

  /** Puts a question. @returns the run that works on it */
  async ask(threadId: string, content: string, clientMessageId: string = randomUUID()): Promise<string> {
    const ids = { thread_id: threadId, client_message_id: clientMessageId }
    this.#say('user_message', { content, ...ids })
    const accepted = await this.hears('an acceptance', ({ type, payload }) => {
      return type === 'message_accepted' && payload['client_message_id'] === clientMessageId
    })
    return String(accepted.payload['run_id'])
  }

  /**
   * Has everything told again that came after an event. Resolves when that is done. What the new line was told
   * before is told again with it, and no longer counts.
   */
  async resume(threadId: string, after: number): Promise<void> {
    this.#say('resume', { thread_id: threadId, after })
    const done = await this.hears('the end of a replay', ({ type }) => type === 'replay_complete')
    const before = this.heard.slice(0, this.heard.indexOf(done)).filter((frame) => isOf(threadId, frame))
    this.#early = before.slice(0, before.length - Number(done.payload['replayed']))
  }

  /** Asks to have a run stopped. */
  stopRun(runId: string): void {
    this.#say('stop_run', { run_id: runId })
  }

  /** Waits for a frame that fits, or finds it among those that were heard. */
  async hears(what: string, fits: (frame: Frame) => boolean): Promise<Frame> {
    const signal = AbortSignal.timeout(OUTER_LIMIT_MS)
    for (;;) {
      const found = this.heard.find(fits)
      if (found) return found
      if (this.isOver) throw new Error(`the line ended while somebody waited for ${what}`)
      const next = new AbortController()
      const either = AbortSignal.any([signal, next.signal])
      const news = ['heard', 'close'].map((name) => once(this.#socket, name, { signal: either }))
      await Promise.race(news).catch(() => {
        throw new Error(`nobody heard ${what}: ${this.heard.length} frames, last ${this.heard.at(-1)?.type}`)
      })
      next.abort()
    }
  }

  /** Waits until so many events of a thread have been told on this line. */
  async hearsEvents(threadId: string, count: number): Promise<void> {
    await this.hears(`${count} events`, () => this.events(threadId).length >= count)
  }

  /** Waits for the last word of a run. */
  async hearsEnd(runId: string): Promise<RunEvent> {
    return (await this.hears(`the end of ${runId}`, (frame) => isEnd(frame, runId))) as RunEvent
  }

  /** What was told of a thread, as it came. */
  events(threadId: string): RunEvent[] {
    return this.heard.filter((frame) => isOf(threadId, frame)).filter((event) => !this.#early.includes(event))
  }

  get isOver(): boolean {
    return this.#socket.readyState === WebSocket.CLOSED
  }

  /** Resolves when the line is no more, whoever has ended it. */
  async ends(): Promise<void> {
    if (!this.isOver) await once(this.#socket, 'close', { signal: AbortSignal.timeout(OUTER_LIMIT_MS) })
  }

  /** Ends it as a client does that has said goodbye. */
  async close(): Promise<void> {
    this.#socket.close(1000)
    await this.ends()
  }

  /** Lets go of it without a word. */
  drop(): void {
    this.#socket.terminate()
  }

  #say(type: string, payload: object): void {
    this.#socket.send(JSON.stringify({ type, payload }))
  }
}

function isOf(threadId: string, frame: Frame): frame is RunEvent {
  return 'sequence' in frame && frame.payload['thread_id'] === threadId
}

/** Whether this is the last word of a run. */
export function isEnd({ type, payload }: Frame, runId: string): boolean {
  const isTerminal = type === 'agent_completed' || type === 'agent_error'
  return isTerminal && payload['agent_name'] === 'supervisor' && payload['run_id'] === runId
}
