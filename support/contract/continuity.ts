import { z } from 'zod'
import { isAgentEvent, type AgentEvent, type FrameOf, type ReceivedFrame } from './frames.ts'
import { parseJson } from './json.ts'

const Resume = z.object({
  type: z.literal('resume'),
  payload: z.object({ thread_id: z.string(), after: z.number() }),
})

/** What a connection has asked to be sent again, and how far that has come. */
interface Replay {
  readonly after: number
  /** The number that comes next. */
  next: number
  /** What seemed to be told again may as well have come live, just before. */
  mayBeLive: boolean
}

/** How far a connection has come in one thread. */
interface Position {
  /** The number that came live last; undefined before the first. */
  last: number | undefined
  replay: Replay | undefined
}

/** Technical: an event that is being sent while a connection opens was recorded a moment before, by the same clock. */
const ON_ITS_WAY_MS = 250

/**
 * The numbers on one connection: without gap or repeat in each thread, from wherever it began to listen; and after
 * it has asked to resume, everything from there, once, joined to what comes live.
 */
export class Continuity {
  readonly faults: string[] = []
  readonly #threads = new Map<string, Position>()
  #openedAt = Number.NEGATIVE_INFINITY

  /** Whatever is received on the connection. */
  note(frame: ReceivedFrame): void {
    if (frame.type === 'connection_established') this.#noteWelcome(frame)
    if (frame.type === 'replay_complete') this.#noteReplayed(frame)
    if (isAgentEvent(frame)) this.#noteEvent(frame)
  }

  #noteWelcome({ payload, timestamp }: FrameOf<'connection_established'>): void {
    this.#openedAt = Date.parse(payload.server_time ?? timestamp)
  }

  /** Whatever is sent on the connection: who asks to resume is sent everything again from there. */
  noteSent(text: string): void {
    // Nothing else is worth reading.
    const { data: resume } = text.includes('"resume"') ? Resume.safeParse(parseJson(text)) : {}
    if (!resume) return
    this.noteResume(resume.payload.thread_id, resume.payload.after)
  }

  /** The connection asks to be sent again what came past this number. */
  noteResume(thread: string, after: number): void {
    this.#positionIn(thread).replay = { after, next: after + 1, mayBeLive: false }
  }

  #noteEvent(event: AgentEvent): void {
    const { sequence } = event
    const position = this.#positionIn(event.payload.thread_id)
    const isLive = Date.parse(event.timestamp) >= this.#openedAt - ON_ITS_WAY_MS
    if (position.replay) this.#replay(position, position.replay, sequence, isLive)
    else this.#goOn(position, sequence)
  }

  #noteReplayed({ payload: { thread_id: thread, after, replayed } }: FrameOf<'replay_complete'>): void {
    const position = this.#positionIn(thread)
    const { last = after, replay } = position
    position.replay = undefined
    if (replay && replay.after !== after)
      this.faults.push(`was told again what came after #${after}, where #${replay.after} was asked for`)
    if (!replay) return void this.faults.push('was told again what it had not asked for')
    const until = replay.next - 1
    const told = until - replay.after
    if (told !== replayed) this.faults.push(`was told ${told} events again, where ${replayed} are stated`)
    else if (until < last) this.faults.push(`was told again until #${until}, and had heard #${last} before`)
    position.last = Math.max(last, until)
  }

  #goOn(position: Position, sequence: number): void {
    const { last } = position
    if (last !== undefined && sequence !== last + 1) this.#blame(sequence, last)
    position.last = sequence
  }

  #replay(position: Position, replay: Replay, sequence: number, isLive: boolean): void {
    const { last } = position
    const hasBegun = replay.next > replay.after + 1
    if (sequence === replay.next) {
      const joins = hasBegun ? replay.mayBeLive : last === undefined || last === replay.after
      replay.mayBeLive = isLive && joins
      replay.next += 1
    } else if (replay.mayBeLive && sequence === replay.after + 1) {
      // It had come live; only now is it told again.
      position.last = replay.next - 1
      Object.assign(replay, { next: sequence + 1, mayBeLive: false })
    } else if (!hasBegun && isLive && (last === undefined || sequence === last + 1)) {
      position.last = sequence
    } else {
      this.#blame(sequence, hasBegun ? replay.next - 1 : (last ?? replay.after))
      // One gap is one fault.
      Object.assign(replay, { next: sequence + 1, mayBeLive: false })
    }
  }

  #blame(sequence: number, before: number): void {
    this.faults.push(`was told #${sequence} after #${before} of one thread`)
  }

  #positionIn(thread: string): Position {
    const known = this.#threads.get(thread)
    if (known) return known
    const position: Position = { last: undefined, replay: undefined }
    this.#threads.set(thread, position)
    return position
  }
}
