import { randomUUID } from 'node:crypto'
import type { RunId, ThreadId } from '#clients/ids'
import { isAgentEvent, type AgentEvent, type ReceivedFrame } from '#contract/frames'
import { answerIn, isTerminal, type ObservedEvent, type ObservedRun } from '#contract/observed-run'
import { PROMISED } from '#contract/promises'
import { startStopwatch } from '#waiting/deadline'
import { milliseconds, type Duration } from '#waiting/duration'
import type { Entry, Mark } from '#waiting/event-log'
import { NotObserved } from '#waiting/not-observed'
import type { Device } from '#world/device'
import { agentEventsOn } from './connection-events.ts'

/** A question that was accepted, and when (milliseconds on the process's clock). */
export interface Acceptance {
  readonly runId: RunId
  readonly at: number
}

/** Work that has said nothing for this many times as long as it may has come to a standstill. */
const STANDSTILL = 2

/** A question, from the moment before it is put. What comes of it is waited for when somebody wants to know. */
export class QuestionRun {
  readonly device: Device
  readonly threadId: ThreadId
  readonly text: string
  readonly clientMessageId: string
  readonly askedAt: number
  readonly #from: Mark
  #acceptance: Promise<Acceptance> | undefined
  #run: Promise<ObservedRun> | undefined

  private constructor(device: Device, threadId: ThreadId, text: string, name: string = randomUUID()) {
    this.clientMessageId = name
    this.device = device
    this.threadId = threadId
    this.text = text
    this.#from = device.connection.received.mark()
    this.askedAt = performance.now()
    device.connection.sendUserMessage(threadId, text, this.clientMessageId)
  }

  /** Asks on the connection of a device. @param threadId without one, in the thread created there last @param name of the message */
  static async ask(
    device: Device,
    text: string,
    threadId = device.context.threadId,
    name?: string,
  ): Promise<QuestionRun> {
    return new QuestionRun(device, threadId ?? (await device.createThread('A question')), text, name)
  }

  /** The same in a thread of its own. */
  static async askInNewThread(device: Device, text: string): Promise<QuestionRun> {
    return new QuestionRun(device, await device.createThread('Another question'), text)
  }

  /** Waits for its acceptance. @throws {NotObserved} when it is refused, or not answered at all */
  accepted(): Promise<Acceptance> {
    return (this.#acceptance ??= this.#awaitAcceptance())
  }

  /** Follows the work to its end. @throws {NotObserved} when it does not end, or comes to a standstill */
  ended(): Promise<ObservedRun> {
    return (this.#run ??= this.#follow())
  }

  /** Every event of the run until now, on this connection. */
  async events(): Promise<ObservedEvent[]> {
    const { runId } = await this.accepted()
    const events = agentEventsOn(this.device.connection, this.#from)
    return events.filter(({ event }) => isOf(runId, event))
  }

  /** Waits for the first event of the run that fits. @throws {NotObserved} */
  async waitForEvent(
    what: string,
    limit: Duration,
    fits: (event: AgentEvent) => boolean,
  ): Promise<ObservedEvent> {
    const { runId } = await this.accepted()
    const { received } = this.device.connection
    const isIt = (value: ReceivedFrame): value is AgentEvent => isOf(runId, value) && fits(value)
    const { at, value } = await received.waitFor({ what, from: this.#from, limit }, isIt)
    return { at, event: value }
  }

  async #awaitAcceptance(): Promise<Acceptance> {
    const what = `the acceptance of ${this.device.connection.person}'s question`
    const { at, value } = await this.#response(what)
    if (value.type === 'message_accepted') {
      const runId = value.payload.run_id as RunId
      this.device.trackRun(runId)
      return { runId, at }
    }
    const refusal =
      value.type === 'error_message' ? `${value.error_code} "${value.error_message}"` : value.type
    const waited = milliseconds(at - this.askedAt)
    throw new NotObserved(what, 'over', waited, `it was refused: ${refusal}`, [refusal])
  }

  /** What the platform said to it at once: taken, or refused. */
  #response(what: string): Promise<Entry<ReceivedFrame>> {
    const wait = { what, from: this.#from, limit: this.device.patience }
    return this.device.connection.received.waitFor(wait, (heard) => {
      const isResponse = heard.type === 'message_accepted' || heard.type === 'error_message'
      return isResponse && heard.payload.client_message_id === this.clientMessageId
    })
  }

  async #follow(): Promise<ObservedRun> {
    const { runId, at: acceptedAt } = await this.accepted()
    const elapsed = startStopwatch()
    const { connection, silence } = this.device
    for (let from = this.#from; ;) {
      const left = PROMISED.complexChat.ms - elapsed().ms
      const limit = milliseconds(Math.max(0, Math.min(STANDSTILL * silence.ms, left)))
      const what = `the next word of ${connection.person}'s run`
      const { index, value } = await connection.received.waitFor({ what, from, limit }, (heard) =>
        isOf(runId, heard),
      )
      if (isAgentEvent(value) && isTerminal(value)) return this.#conclude(runId, acceptedAt, value)
      from = { index: index + 1 }
    }
  }

  async #conclude(runId: RunId, acceptedAt: number, last: AgentEvent): Promise<ObservedRun> {
    const { threadId, text: question, askedAt } = this
    const known = { runId, threadId, question, askedAt, acceptedAt, events: await this.events() }
    return { ...known, ...answerIn(last) }
  }
}

function isOf(runId: RunId, heard: ReceivedFrame): heard is AgentEvent {
  return isAgentEvent(heard) && heard.payload.run_id === runId
}
