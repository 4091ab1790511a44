import { isDeepStrictEqual } from 'node:util'
import { ThreadAnswer, ThreadsAnswer } from '#contract/answers'
import { readWell } from '#contract/reading'
import type { Belongings, KnownThread } from './belongings.ts'
import type { Call } from './call.ts'
import { judgeList } from './lists.ts'
import { isSameMoment, type Moments } from './moments.ts'
import { countBounds } from './places.ts'
import { range, show, type Dispute, type Disputes } from './saying.ts'
import { isBefore } from './window.ts'

/** Calls that are answered with one thread. */
const ONE: readonly Call['route'][] = ['createThread', 'thread', 'renameThread']
/** Calls that are about one thread, by its id. */
const ABOUT: readonly Call['route'][] = ['thread', 'renameThread', 'deleteThread', 'messages', 'sendMessage']

/** Judges what is told of threads by what their owners have done. */
export class ThreadsJudge {
  readonly #belongings: Belongings
  readonly #moments: Moments
  /** By id, as it was told first. */
  readonly #first = new Map<string, { told: ThreadAnswer; where: string }>()

  constructor(belongings: Belongings, moments: Moments) {
    this.#belongings = belongings
    this.#moments = moments
  }

  /** Judges an answer that tells of threads, if it is one. */
  judge(call: Call, disputes: Disputes): void {
    this.#judgeLife(call, disputes)
    if (call.status !== 200) return
    if (ONE.includes(call.route)) this.#judgeAnswer(call, disputes)
    const { data: page } = call.route === 'listThreads' ? readWell(ThreadsAnswer, call.told) : {}
    if (!page) return
    for (const told of page.threads) this.#judgeOne(call, told, disputes)
    judgeList(call, page, this.#belongings, disputes)
  }

  /** A thread is there as long as its owner has not removed it, and no longer. */
  #judgeLife(call: Call, disputes: Disputes): void {
    const thread = ABOUT.includes(call.route) ? this.#belongings.threads.get(call.id) : undefined
    if (!thread || thread.owner !== call.claims?.sub) return
    const note = disputes.about(`conversation ${thread.id}`)
    const [removal] = thread.removed.doneBefore(call)
    const { status = 0 } = call
    if (removal && status >= 200 && status < 300) note('is gone', removal, 'it is there')
    const mayBeGone = thread.removed.possibleAt(call).length > 0
    if (status === 404 && !mayBeGone && isBefore(thread.created, call)) {
      note('was begun', thread.created, 'it does not exist')
    }
  }

  #judgeAnswer(call: Call, disputes: Disputes): void {
    const { data: told } = readWell(ThreadAnswer, call.told)
    if (!told) return
    const isOther = call.id !== '' && told.id !== call.id
    if (isOther) disputes.about(`conversation ${call.id}`)('was wanted', undefined, `${told.id} is told`)
    this.#judgeOne(call, told, disputes)
  }

  #judgeOne(call: Call, told: ThreadAnswer, disputes: Disputes): void {
    const note = disputes.about(`conversation ${told.id}`)
    this.#judgeStability(call, told, note)
    const thread = this.#belongings.threads.get(told.id)
    if (!thread || thread.owner !== call.claims?.sub) return
    judgeContent(call, told, thread, note)
    const { title, created } = thread
    const changed = title.doneBefore(call).at(-1) ?? created
    this.#judgeMoment(told.created_at, 'was begun', created, created.to, note)
    if (told.updated_at !== undefined)
      this.#judgeMoment(told.updated_at, 'was changed', changed, call.to, note)
  }

  /** When it was begun, and what is kept with it, never changes. */
  #judgeStability({ where }: Call, told: ThreadAnswer, note: Dispute): void {
    const first = this.#first.get(told.id)
    if (!first) return void this.#first.set(told.id, { told, where })
    const { created_at: at, metadata } = first.told
    if (!isSameMoment(at, told.created_at)) note(`is of ${at}`, first, `it is of ${told.created_at}`)
    const areTold = metadata !== undefined && told.metadata !== undefined
    if (areTold && !isDeepStrictEqual(metadata, told.metadata)) {
      note(`holds ${show(metadata)}`, first, `it holds ${show(told.metadata)}`)
    }
  }

  #judgeMoment(at: string, what: string, by: KnownThread['created'], to: number, note: Dispute): void {
    const window = { from: by.from, to }
    if (this.#moments.isWithin(at, window)) return
    note(what, by, `dated ${at}, ${this.#moments.distance(at, window)},`)
  }
}

function judgeContent(call: Call, told: ThreadAnswer, thread: KnownThread, note: Dispute): void {
  const titles = thread.title.possibleAt(call)
  if (titles.every(({ value }) => value !== (told.title ?? ''))) {
    const known = titles.map(({ value }) => show(value)).join(' or ')
    note(`is called ${known}`, titles.at(-1), `it is called ${show(told.title)}`)
  }
  const { metadata } = told
  const given = metadata ? Object.entries(thread.metadata) : []
  const lost = given.filter(([name, value]) => !isDeepStrictEqual(metadata?.[name], value))
  if (lost.length > 0) {
    note(`holds ${show(Object.fromEntries(lost))}`, thread.created, `it holds ${show(metadata)}`)
  }
  const bounds = countBounds(thread, call)
  const { message_count: count } = told
  if (count >= bounds[0] && count <= bounds[1]) return
  note(`holds ${range(bounds)} messages`, thread.messages.at(-1), `it holds ${count}`)
}
