import { randomUUID } from 'node:crypto'
import type { RunId, ThreadId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import { waitIn } from '#clients/retry-after'
import { AcceptedAnswer, BackendError } from '#contract/answers'
import { ERRORS } from '#contract/codes'
import { readWell } from '#contract/reading'
import { NotTestable } from '#expect/seen'
import { callsWith } from '#promises/shared/own-calls'
import type { Device } from '#world/device'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { Refusal } from './minute.checks.ts'

const [ACCEPTED, TOO_MANY] = [202, 429]

/** A message that was taken, or why it was not. */
export type Sent = { readonly runId: RunId; readonly at: number } | Refusal

/** Sends a message on a line of a person. @throws {NotObserved} when it is not answered */
export async function sendOnLine(
  { state }: Person,
  threadId: ThreadId,
  content: string,
  connection: LiveConnection,
): Promise<Sent> {
  const { received, patience: limit } = connection
  const name = randomUUID()
  const [from, sentAt] = [received.mark(), performance.now()]
  connection.sendUserMessage(threadId, content, name)
  const { value, at } = await received.waitFor({ what: 'an answer to a message', from, limit }, (heard) => {
    if (heard.type === 'error_message' && heard.payload.client_message_id === undefined)
      return state.of(UnnamedErrors).claim(heard)
    const isAnswer = heard.type === 'message_accepted' || heard.type === 'error_message'
    return isAnswer && heard.payload.client_message_id === name
  })
  if (value.type === 'message_accepted') return { runId: value.payload.run_id as RunId, at }
  const [how, wait] =
    value.type === 'error_message'
      ? [value.error_code, value.payload.retry_after_seconds]
      : ['nothing', undefined]
  return { way: 'on the line', isDue: how === ERRORS.tooMany, how, wait, sentAt, at }
}

/** Errors that do not say which message they answer: each answers the one that has waited longest. */
class UnnamedErrors {
  readonly #claimed = new Set<object>()

  /** @returns false where it has answered another message already */
  claim(error: object): boolean {
    return !this.#claimed.has(error) && this.#claimed.add(error).size > 0
  }
}

/** Sends a message by a call. @param device in whose session @throws {NotTestable} where another than the platform refuses it */
export async function sendByCall(
  person: Person,
  id: ThreadId,
  content: string,
  { faults }: Scenario,
  { session }: Pick<Device, 'session'> = person.device,
): Promise<Sent> {
  const sentAt = performance.now()
  const { status, body, headers, exchange } = await callsWith(person, session.accessToken)('sendMessage', {
    id,
    json: { content },
  })
  const at = performance.now()
  const { data } = readWell(AcceptedAnswer, body)
  if (status === ACCEPTED && data) return { runId: data.run_id as RunId, at }
  if (status === TOO_MANY) faults.expectExchange(exchange)
  const isDue = status === TOO_MANY
  if (isDue && !BackendError.safeParse(body).success)
    throw new NotTestable('somebody in front of the platform limits how often it is asked')
  return { way: 'by a call', isDue, how: String(status), wait: waitIn(headers), sentAt, at }
}
