import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { isAgentEvent, type AgentEvent } from '#contract/frames'
import { parseJson } from '#contract/json'
import { isTerminal } from '#contract/observed-run'
import type { WireFrame } from '#wire/exchange'
import { locate, type Finding } from '#monitors/finding'
import type { Window } from './window.ts'

/** Something that a person has asked. */
export interface AskedQuestion extends Window {
  readonly thread: string
  readonly content: string
  /** The message that it became, and the run that works on it, as far as they are known. */
  readonly id?: string
  readonly run?: string
}

/** An event as it was told first. */
export interface ToldEvent {
  readonly event: AgentEvent
  readonly at: number
  readonly where: string
}

const UserMessage = z.object({
  type: z.literal('user_message'),
  payload: z.object({ content: z.string(), thread_id: z.string(), client_message_id: z.string() }),
})

/** What was said on the live lines, as far as it tells of what people have. */
export class Talk {
  /** Those that were refused are none. */
  readonly questions: AskedQuestion[] = []
  /** By run, what was told of it, in the order in which it came first. */
  readonly runs = new Map<string, Map<string, ToldEvent>>()
  /** What was told again in other words. */
  readonly findings: Finding[] = []
  #areNamesTold = false
  /** By the id of an event, the run that it was told of. */
  readonly #named = new Map<string, { readonly run: string; readonly where: string }>()
  /** Questions that are not answered yet, by line and name. */
  readonly #open = new Map<string, AskedQuestion>()

  note({ connection, person, direction, text, parsed, at }: WireFrame): void {
    const where = locate({ kind: 'frame', connection, at })
    if (direction === 'sent') return this.#noteSent(connection, text, at, where)
    if (parsed?.type === 'message_accepted') {
      const { client_message_id: name, run_id: run, thread_id: thread } = parsed.payload
      const asked = this.#take(connection, name)
      if (!asked) return
      if (asked.thread !== thread)
        this.#blame(
          `${person} asked in ${asked.thread} (${asked.where}), and ${where} puts it into ${thread}`,
        )
      this.questions.push({ ...asked, run, to: at })
    }
    if (parsed?.type === 'error_message') this.#take(connection, parsed.payload.client_message_id ?? '')
    if (parsed && isAgentEvent(parsed)) this.#noteEvent(person, { event: parsed, at, where })
  }

  /** Questions of which nothing was heard: they may have been taken. */
  unanswered(): readonly AskedQuestion[] {
    return [...this.#open.values()]
  }

  /** How a run has ended, once that was told. */
  endOf(run: string): ToldEvent | undefined {
    return [...(this.runs.get(run)?.values() ?? [])].findLast(({ event }) => isTerminal(event))
  }

  #noteSent(connection: number, text: string, from: number, where: string): void {
    const { data } = text.includes('"user_message"') ? UserMessage.safeParse(parseJson(text)) : {}
    if (!data) return
    const { content, thread_id: thread, client_message_id: name } = data.payload
    const key = `${connection} ${name}`
    const before = this.#open.get(key)
    // What is sent again by the name of something else was refused before, though it may not have been said of what.
    const isSame = before?.thread === thread && before.content === content
    if (!isSame) this.#open.set(key, { thread, content, from, to: Infinity, where })
  }

  #take(connection: number, name: string): AskedQuestion | undefined {
    const key = `${connection} ${name}`
    const asked = this.#open.get(key)
    this.#open.delete(key)
    return asked
  }

  #noteEvent(person: string, told: ToldEvent): void {
    const { event, where } = told
    const { run_id: run } = event.payload
    const events = this.runs.get(run) ?? new Map<string, ToldEvent>()
    this.runs.set(run, events)
    const before = events.get(event.event_id)
    if (!before) this.#noteName(person, told)
    if (!before) events.set(event.event_id, told)
    else if (!isDeepStrictEqual(before.event, event)) {
      this.#blame(
        `${person} is told #${event.sequence} of a run otherwise in ${where} than in ${before.where}`,
      )
    }
  }

  /** An event has a name that no other event has, in no other run. */
  #noteName(person: string, { event, where }: ToldEvent): void {
    const { event_id: name, payload } = event
    const namesake = this.#named.get(name)
    if (!namesake) this.#named.set(name, { run: payload.run_id, where })
    else if (namesake.run !== payload.run_id && !this.#areNamesTold) {
      this.#areNamesTold = true
      this.#blame(
        `${person} is told ${name} of a run in ${where}, which is the name of an event of another run (${namesake.where})`,
      )
    }
  }

  #blame(text: string): void {
    this.findings.push({ text })
  }
}
