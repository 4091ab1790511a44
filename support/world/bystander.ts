import { createHash } from 'node:crypto'
import { canonicalJson } from '#contract/json'
import type { RunId, ThreadId } from '#clients/ids'
import { check, settle, type Check } from '#expect/check'
import { see } from '#expect/seen'
import { eventually } from '#waiting/eventually'
import { EventLog } from '#waiting/event-log'
import type { Person } from './person.ts'

/** What a person's life on the platform looks like, and what has been told to her. */
interface State {
  readonly digest: string
  readonly told: readonly string[]
}

/** What she has is told to the letter, in whatever script: a colour, a price, an owl. */
const ODD = `Größe – "naïve" & <b>静か</b> 🦉`
const metadataOf = (marker: string): object => ({
  ...{ colour: 'blau & grün', copies: 3, none: null, nought: 0 },
  more: { list: [1, 'two', null], of: marker },
})
/** What stands in her question and in no title, and the other way round. */
const [SAID, TITLED] = ['nightfall', 'quiet matters']
const SECOND_OF_TWO = { limit: '1', offset: '1' }

/** A person whom the scenario does not concern: what she has, and what she is told, must stay as it is. */
export class Bystander {
  readonly #person: Person
  readonly #threadId: ThreadId
  readonly #runId: RunId
  readonly #before: State

  private constructor(person: Person, ids: { threadId: ThreadId; runId: RunId }, before: State) {
    this.#person = person
    this.#threadId = ids.threadId
    this.#runId = ids.runId
    this.#before = before
  }

  /** She arrives, has a conversation with one question in it, which is stopped where it can be, and listens. */
  static async settleIn(person: Person, stop: AbortSignal): Promise<Bystander> {
    await person.signIn()
    const { device, marker } = person
    const threadId = await device.createThread(`Quiet matters of ${marker}: ${ODD}`, {
      metadata: metadataOf(marker),
    })
    await device.createThread(`Later plans of ${marker}`)
    const question = `What does workload ${marker}-owl cost after ${SAID}? ${ODD}`
    const { run_id } = await device.backend.mustSendMessage(threadId, question)
    device.trackRun(run_id as RunId)
    const isStopped = person.offers.has('cancel')
    if (isStopped) await device.backend.mustCancelRun(run_id as RunId)
    const limit = isStopped ? device.patience : device.silence
    await eventually(
      { what: "the end of the bystander's question", limit, stop },
      () => device.backend.mustRun(run_id as RunId),
      ({ status }) => status !== 'running',
      ({ status }) => status,
    )
    await device.connect()
    const ids = { threadId, runId: run_id as RunId }
    return new Bystander(person, ids, await stateOf(person, threadId))
  }

  /** Compares her life now with what it was when she settled in. */
  async unchanged(): Promise<Check> {
    const seen = await see(async () => {
      const [now] = await Promise.all([stateOf(this.#person, this.#threadId), this.#lookAround()])
      return now
    })
    return check(
      'bystander-unchanged',
      'her conversations as before, and nothing told to her',
      seen,
      (now) => {
        const news = now.told.slice(this.#before.told.length)
        const same = now.digest === this.#before.digest
        const life = same ? 'her conversations are the same' : 'her conversations have changed'
        const observed = `${life}; she was told ${news.length === 0 ? 'nothing' : news.join(', ')}`
        return settle(same && news.length === 0, { observed })
      },
    )
  }

  /** By pages, by words, and at herself: whether it is told as it is, a monitor knows. */
  async #lookAround(): Promise<void> {
    const { backend } = this.#person.device
    await Promise.all([
      backend.mustThreads(SECOND_OF_TWO),
      backend.mustThreads({ q: SAID }),
      backend.mustThreads({ q: TITLED }),
      backend.mustMessages(this.#threadId, SECOND_OF_TWO),
      backend.mustProfile(),
      backend.mustRun(this.#runId),
    ])
  }
}

async function stateOf({ device }: Person, threadId: ThreadId): Promise<State> {
  const [{ threads, total }, messages] = await Promise.all([
    device.backend.mustThreads(),
    device.backend.mustMessages(threadId),
  ])
  const digest = createHash('sha256').update(canonicalJson({ threads, total, messages })).digest('hex')
  // A heartbeat says nothing.
  const told = device.connection.received.since(EventLog.START).map(({ value }) => value.type)
  return { digest, told: told.filter((type) => type !== 'heartbeat') }
}
