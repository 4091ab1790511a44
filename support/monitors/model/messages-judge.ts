import { MessagesAnswer, type MessageAnswer } from '#contract/answers'
import { readWell } from '#contract/reading'
import type { Belongings, KnownMessage, KnownThread } from './belongings.ts'
import type { Call } from './call.ts'
import { isSameMoment, type Moments } from './moments.ts'
import { judgePage } from './pages.ts'
import { countBounds, find, placesOf } from './places.ts'
import { range, show, type Dispute, type Disputes } from './saying.ts'
import { isBefore, isMeanwhile } from './window.ts'

interface MessagePage {
  readonly call: Call
  readonly thread: KnownThread
  readonly told: MessagesAnswer
  readonly disputes: Disputes
}

/** Judges pages of messages by what was said in their threads. */
export class MessagesJudge {
  readonly #belongings: Belongings
  readonly #moments: Moments
  /** By id, as it was told first. */
  readonly #first = new Map<string, { message: MessageAnswer; where: string }>()
  /** The id of each, as it was told first. */
  readonly #ids = new Map<KnownMessage, { id: string; where: string }>()

  constructor(belongings: Belongings, moments: Moments) {
    this.#belongings = belongings
    this.#moments = moments
  }

  /** Judges a page of messages, if the answer is one. */
  judge(call: Call, disputes: Disputes): void {
    if (call.route !== 'messages' || call.status !== 200) return
    const { data: told } = readWell(MessagesAnswer, call.told)
    if (!told) return
    for (const message of told.messages) this.#judgeStability(call, message, disputes)
    const thread = this.#belongings.threads.get(call.id)
    if (!thread || thread.owner !== call.claims?.sub) return
    const note = disputes.about(`messages of conversation ${thread.id}`)
    if (told.thread_id !== thread.id) note('were wanted', undefined, `those of ${told.thread_id} are told`)
    const isQuiet = !thread.messages.some((message) => isMeanwhile(message, call))
    judgePage(
      call,
      { ...told, length: told.messages.length, bounds: countBounds(thread, call), isQuiet },
      note,
    )
    const page = { call, thread, told, disputes }
    this.#judgeMessages(page)
    judgeDates(page, note)
    judgeMissing(page, note)
  }

  /** A message never changes. */
  #judgeStability({ where }: Call, message: MessageAnswer, disputes: Disputes): void {
    const first = this.#first.get(message.id)
    if (!first) return void this.#first.set(message.id, { message, where })
    const { content, role, created_at: at } = first.message
    const isSame = content === message.content && role === message.role
    if (isSame && isSameMoment(at, message.created_at)) return
    const tell = (told: MessageAnswer): string => `${told.role} at ${told.created_at}: ${show(told.content)}`
    disputes.about(`message ${message.id}`)(`is ${tell(first.message)}`, first, `it is ${tell(message)}`)
  }

  #judgeMessages(page: MessagePage): void {
    const { thread, told, disputes } = page
    const found = told.messages.map((message) => find(thread, message))
    for (const [index, message] of told.messages.entries()) {
      const known = found[index]
      const note = disputes.about(`message ${message.id} of conversation ${thread.id}`)
      if (!known) note('was said by nobody', undefined, `${message.role} says ${show(message.content)}`)
      else if (found.indexOf(known) < index) note('was said once', known, 'it stands there twice')
      else this.#judgeOne(page, known, index, note)
    }
  }

  /** A message has one id, and names the run that it belongs to; while it is being taken, it may name none yet. */
  #judgeNames(call: Call, known: KnownMessage, { id, run_id: run }: MessageAnswer, note: Dispute): void {
    const { where } = known.id === undefined ? call : known
    const first = this.#ids.get(known) ?? { id: known.id ?? id, where }
    this.#ids.set(known, first)
    if (first.id !== id) note(`is ${first.id}`, first, 'it has another id')
    const mayBeUnnamed = run === null && !isBefore(known, call)
    if (known.run === undefined || known.run === run || mayBeUnnamed) return
    note(`belongs to ${known.run}`, known, `it belongs to ${run ?? 'no run'}`)
  }

  #judgeOne({ call, thread, told }: MessagePage, known: KnownMessage, index: number, note: Dispute): void {
    const message = told.messages[index] as MessageAnswer
    const { content, created_at: at } = message
    this.#judgeNames(call, known, message, note)
    if (known.content !== undefined && known.content !== content) {
      note(`reads ${show(known.content)}`, known, `it reads ${difference(known.content, content)}`)
    }
    const window = { from: known.from, to: Math.min(known.to, call.to) }
    if (!this.#moments.isWithin(at, window)) {
      note('was said', known, `dated ${at}, ${this.#moments.distance(at, window)},`)
    }
    const [least, most] = placesOf(known, thread)
    const place = told.offset + index
    if (place >= least && place <= most) return
    note(`has place ${range([least + 1, most + 1])}`, known, `stands at ${place + 1}`)
  }
}

/** Technical: two that are kept at the same moment may be dated a little otherwise. */
const GRAIN_MS = 50

/** What stands further down was not said sooner. */
function judgeDates({ told: { messages } }: MessagePage, note: Dispute): void {
  const dates = messages.map(({ created_at: at }) => Date.parse(at))
  const odd = dates.findIndex((date, index) => index > 0 && date < (dates[index - 1] ?? date) - GRAIN_MS)
  const [before, after] = [messages[odd - 1], messages[odd]]
  if (before && after)
    note(
      `${before.id} was said at ${before.created_at}`,
      undefined,
      `${after.id} below it at ${after.created_at}`,
    )
}

/** What must stand on a page, and does not. */
function judgeMissing({ call, thread, told }: MessagePage, note: Dispute): void {
  const { messages, limit, offset } = told
  const there = messages.map((message) => find(thread, message))
  for (const message of thread.messages) {
    const [least, most] = placesOf(message, thread)
    const isDue = message.isCertain && isBefore(message, call) && least >= offset && most < offset + limit
    if (isDue && !there.includes(message)) {
      note(`hold ${message.role}: ${show(message.content ?? 'an answer')}`, message, 'it is not among them')
    }
  }
}

/** How the one text reads from where on it differs from the other. */
function difference(known: string, told: string): string {
  let at = 0
  while (at < known.length && known[at] === told[at]) at += 1
  return at <= BEFORE ? show(told) : `${show(told.slice(at - BEFORE))} from letter ${at - BEFORE + 1} on`
}

const BEFORE = 20
