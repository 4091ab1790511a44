import type { AgentEvent } from '#contract/frames'
import type { Exchange, WireFrame } from '#wire/exchange'
import { exchange } from './exchange.ts'

/** Something that Asha does, or that comes of it: when, for how long, and when within that it takes effect. */
export interface SimulatedAct {
  readonly kind: 'create' | 'rename' | 'remove' | 'ask' | 'answer' | 'read' | 'list' | 'messages'
  /** Which of her conversations. */
  readonly which: number
  readonly from: number
  readonly took: number
  /** 0 to 1. */
  readonly effect: number
  readonly word: string
}

interface SimulatedThread {
  readonly id: string
  readonly knownFrom: number
  readonly created: string
  title: string
  updated: string
  removed: boolean
  readonly messages: { id: string; role: string; content: string; created_at: string; run_id: string }[]
}

/** What was on the wire, by when it was over. */
export interface SimulatedSight {
  readonly to: number
  readonly exchange?: Exchange
  readonly frame?: WireFrame
}

/** When the wire's clock began. */
export const SIMULATED_EPOCH = Date.parse('2026-01-02T03:04:05.678Z')

/** Asha's access token; nobody looks at how it is signed. */
const CLAIMS = { sub: 'u-1', email: 'asha@example.org', permissions: ['read'], iat: 1, exp: 9 }
const TOKEN = `e30.${Buffer.from(JSON.stringify(CLAIMS)).toString('base64url')}.s`

/** A platform without a fault, on which Asha does several things at once. */
export class SimulatedPlatform {
  readonly seen: SimulatedSight[] = []
  readonly #threads: SimulatedThread[] = []
  readonly #open: { thread: SimulatedThread; run: string; word: string; from: number }[] = []
  #number = 0

  /** Acts take effect in the order of their effects, and are seen in the order of their ends. */
  play(acts: readonly SimulatedAct[]): SimulatedSight[] {
    const effectOf = ({ from, took, effect }: SimulatedAct): number => from + took * effect
    for (const act of acts.toSorted((one, other) => effectOf(one) - effectOf(other)))
      this.#do(act, effectOf(act))
    return this.seen.toSorted((one, other) => one.to - other.to)
  }

  #do(act: SimulatedAct, at: number): void {
    const moment = new Date(SIMULATED_EPOCH + at).toISOString()
    if (act.kind === 'create') return this.#create(act, moment)
    if (act.kind === 'list') return this.#list(act)
    if (act.kind === 'answer') return this.#answer(act, at)
    const known = this.#threads.filter(({ knownFrom }) => knownFrom < act.from)
    const thread = known[act.which % Math.max(1, known.length)]
    if (!thread) return
    const path = `/api/threads/${thread.id}`
    const [method, sub] = METHODS[act.kind]
    if (thread.removed) return this.#see(act, method, path + sub, {}, 404, {})
    if (act.kind === 'rename') Object.assign(thread, { title: act.word, updated: moment })
    if (act.kind === 'remove') thread.removed = true
    if (act.kind === 'ask') return this.#ask(act, thread, path, moment)
    const total = thread.messages.length
    const page = {
      messages: thread.messages.map((message) => ({ ...message, metadata: {} })),
      total,
      limit: 50,
      offset: 0,
    }
    const told = act.kind === 'messages' ? { ...page, thread_id: thread.id } : describe(thread)
    this.#see(act, method, path + sub, { title: act.word }, 200, told)
  }

  #create(act: SimulatedAct, moment: string): void {
    const id = `t-${this.#threads.length + 1}`
    const dates = { created: moment, updated: moment, knownFrom: act.from + act.took }
    const thread = { id, title: act.word, ...dates, removed: false, messages: [] }
    this.#threads.push(thread)
    this.#see(act, 'POST', '/api/threads', { title: act.word }, 200, describe(thread))
  }

  #list(act: SimulatedAct): void {
    const threads = this.#threads.filter(({ removed }) => !removed).toReversed()
    const page = { threads: threads.map(describe), total: threads.length, limit: 20, offset: 0 }
    this.#see(act, 'GET', '/api/threads', {}, 200, page)
  }

  #ask(act: SimulatedAct, thread: SimulatedThread, path: string, moment: string): void {
    const run = `r-${(this.#number += 1)}`
    const [id, content] = [`m-${run}`, act.word]
    thread.messages.push({ id, role: 'user', content, created_at: moment, run_id: run })
    this.#open.push({ thread, run, word: act.word, from: act.from + act.took })
    const told = { message_id: id, run_id: run, thread_id: thread.id }
    this.#see(act, 'POST', `${path}/messages`, { content }, 202, told)
  }

  /** The answer stands in the thread a moment before it is told. */
  #answer({ from, took, which }: SimulatedAct, at: number): void {
    const ready = this.#open.filter((open) => open.from < from)
    const open = ready[which % Math.max(1, ready.length)]
    if (!open) return
    this.#open.splice(this.#open.indexOf(open), 1)
    const { thread, run, word } = open
    const content = `Re: ${word}`
    const timestamp = new Date(SIMULATED_EPOCH + at).toISOString()
    thread.messages.push({ id: `a-${run}`, role: 'assistant', content, created_at: timestamp, run_id: run })
    const payload = { user_id: 'u-1', thread_id: thread.id, run_id: run, agent_name: 'supervisor' }
    const numbered = { event_id: `e-${run}`, sequence: 1, timestamp }
    const event = {
      type: 'agent_completed',
      ...numbered,
      payload: { ...payload, result: '', response: content },
    }
    const frame = { connection: 1, person: 'Asha', direction: 'received', text: '', at: from + took } as const
    this.seen.push({ to: frame.at, frame: { ...frame, parsed: event as AgentEvent } })
  }

  #see(act: SimulatedAct, method: string, path: string, sent: object, status: number, told: object): void {
    const headers = { authorization: `Bearer ${TOKEN}` }
    const request = { method, url: `https://api.example${path}`, headers, body: JSON.stringify(sent) }
    const [number, body] = [this.seen.length + 1, JSON.stringify(told)]
    const { from: at, took: elapsedMs } = act
    this.seen.push({
      to: at + elapsedMs,
      exchange: exchange({ number, request, status, body, at, elapsedMs }),
    })
  }
}

const METHODS = {
  rename: ['PUT', ''],
  remove: ['DELETE', ''],
  read: ['GET', ''],
  messages: ['GET', '/messages'],
  ask: ['POST', '/messages'],
} as const

function describe({ id, title, created, updated, messages }: SimulatedThread): object {
  const dates = { created_at: created, updated_at: updated }
  return { id, object: 'thread', title, ...dates, metadata: {}, message_count: messages.length }
}
