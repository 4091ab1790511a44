import { z } from 'zod'
import { isAgentEvent, type AgentEvent } from '#contract/frames'
import { parseJson } from '#contract/json'
import type { ConnectionEnd, WireFrame } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import { locate, type Finding } from './finding.ts'

/** Technical: a line that is let in at the moment of a word may miss it; by the target's own clock, in milliseconds. */
const JUST_IN_MS = 150
/** The same where moments are told in whole seconds. */
const ROUGHLY_JUST_IN_MS = 1_150
/** Technical: what is on its way when a line ends is lost, by our clock. */
const LEAVING_MS = 600
/** Technical: one part of a platform may hear of a word so much later than another. */
const SPREAD_MS = 250

const Ping = z.object({ type: z.literal('ping'), payload: z.object({ nonce: z.string() }) })
const Resume = z.object({ type: z.literal('resume'), payload: z.object({ thread_id: z.string() }) })

/** One line, whom it has welcomed, and for how long it was there. */
interface Line {
  readonly number: number
  readonly person: string
  readonly owner: string
  /** By the target's clock. */
  readonly since: number
  /** Milliseconds since the scenario began. */
  to: number
  /** When it was asked for an answer for the last time that it gave one: order is kept, and what was told before has come. */
  asked: number
  /** By nonce, when each ping was sent. */
  readonly pings: Map<string, number>
  /** By name of each event, what was told there. */
  readonly told: Set<string>
}

/** A word of somebody's work, where it was told first, as it happened. */
interface Word {
  readonly event: AgentEvent
  readonly at: number
  readonly connection: number
}

/** Follows what each line of a person is told: what one is told as it happens, all are told that are there. */
export class LinesAlike implements WireObserver {
  readonly #lines = new Map<number, Line>()
  readonly #words = new Map<string, Word>()
  /** By line, the threads that are told again there. */
  readonly #again = new Map<number, Set<string>>()

  frame({ connection, person, direction, text, parsed, at }: WireFrame): void {
    if (direction === 'sent') return this.#noteSent(connection, text, at)
    if (parsed?.type === 'connection_established') {
      const [since, { user_id: owner = '' }] = [Date.parse(parsed.timestamp), parsed.payload]
      const known = { number: connection, person, owner, since }
      const news = {
        to: Infinity,
        asked: -Infinity,
        pings: new Map<string, number>(),
        told: new Set<string>(),
      }
      this.#lines.set(connection, { ...known, ...news })
    }
    const line = this.#lines.get(connection)
    const again = this.#again.get(connection)
    if (parsed?.type === 'pong' && line) line.asked = line.pings.get(parsed.payload.nonce) ?? line.asked
    if (parsed?.type === 'replay_complete') again?.delete(parsed.payload.thread_id)
    if (!parsed || !isAgentEvent(parsed)) return
    line?.told.add(parsed.event_id)
    const isLive = !again?.has(parsed.payload.thread_id)
    if (isLive && !this.#words.has(parsed.event_id))
      this.#words.set(parsed.event_id, { event: parsed, at, connection })
  }

  #noteSent(connection: number, text: string, at: number): void {
    const ping = text.includes('"ping"') ? Ping.safeParse(parseJson(text)).data : undefined
    if (ping) this.#lines.get(connection)?.pings.set(ping.payload.nonce, at)
    const resume = text.includes('"resume"') ? Resume.safeParse(parseJson(text)).data : undefined
    if (!resume) return
    const again = this.#again.get(connection) ?? new Set<string>()
    this.#again.set(connection, again.add(resume.payload.thread_id))
  }

  /** Whoever does not listen any more, or is moved to another line, is told nothing there from some moment on. */
  connectionEnd({ connection, isUnheard, regainedAs, at }: ConnectionEnd): void {
    const line = this.#lines.get(connection)
    const next = this.#lines.get(regainedAs ?? NaN)
    if (line) line.to = isUnheard || next ? -Infinity : Math.min(line.to, at)
    if (next) next.to = -Infinity
  }

  /** The first word that each line has missed. @param lateMs how much later something may be seen than it was told */
  findings(lateMs: number): Finding[] {
    const words = [...this.#words.values()]
    return [...this.#lines.values()].flatMap((line) => {
      const [first, ...more] = words.filter((word) => isMissed(word, line, lateMs))
      if (!first) return []
      const others = more.length > 0 ? ` and ${more.length} more` : ''
      const what = `#${first.event.sequence} of ${first.event.payload.thread_id}`
      const where = locate({ kind: 'frame', connection: first.connection, at: first.at })
      return [{ text: `${line.person}'s line ${line.number} was not told ${what} (${where})${others}` }]
    })
  }
}

function isMissed({ event, at }: Word, { owner, since, to, asked, told }: Line, lateMs: number): boolean {
  if (owner !== event.payload.user_id || told.has(event.event_id)) return false
  const stamp = Date.parse(event.timestamp)
  const isRough = [stamp, since].some((moment) => moment % 1_000 === 0)
  const isIn = stamp - since > (isRough ? ROUGHLY_JUST_IN_MS : JUST_IN_MS)
  const hasCome = to > 0 && at + SPREAD_MS < asked
  return isIn && (hasCome || at + LEAVING_MS + lateMs < to)
}
