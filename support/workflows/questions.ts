import { randomInt, randomUUID } from 'node:crypto'
import type { RunId, ThreadId } from '#clients/ids'
import { isAgentEvent } from '#contract/frames'
import type { MessageAnswer } from '#contract/answers'
import type { Ending, Exchange, GroundedQuestion } from '#expect/answers'
import type { Duration } from '#waiting/duration'
import { seconds } from '#waiting/duration'
import type { Mark } from '#waiting/event-log'
import type { Device } from '#world/device'
import type { Person } from '#world/person'

/** A question on its way, from the moment before it was asked. */
export interface AskedQuestion {
  readonly device: Device
  readonly threadId: ThreadId
  readonly runId: RunId
  readonly from: Mark
}

const ACCEPTANCE = seconds(5)
/** The promise for a complex chat. */
export const COMPLEX_CHAT = seconds(120)

/** A question about the asker's own workload, with figures that nobody has used before. */
export function costQuestion({ marker }: Person): GroundedQuestion {
  const workload = `${marker}-heron`
  const requests = randomInt(100, 900) * 1000
  const [input, output] = [randomInt(200, 900), randomInt(100, 400)]
  const [inputPrice, outputPrice] = [randomInt(10, 40) / 10, randomInt(50, 150) / 10]
  const dollars = (requests * (input * inputPrice + output * outputPrice)) / 1_000_000
  const text =
    `My workload ${workload} makes ${requests.toLocaleString('en-US')} requests a month, ` +
    `with ${input} input tokens and ${output} output tokens each, on gpt-4o ` +
    `at $${inputPrice} per million input tokens and $${outputPrice} per million output tokens. ` +
    'What does it cost a month?'
  return { text, workload, monthlyCost: Math.round(dollars * 100) / 100 }
}

/** A piece of work of six parts. */
export function longPieceOfWork({ marker }: Person): string {
  return (
    `Plan the migration of workload ${marker}-heron: 1. risks; 2. good practice; 3. timeline with milestones; ` +
    '4. roles; 5. mitigation; 6. executive summary.'
  )
}

/** Asks on the device's line, in its conversation, and waits until that is accepted. @throws {NotObserved} */
export async function ask(device: Device, text: string): Promise<AskedQuestion> {
  const { line, context } = device
  const threadId = context.threadId ?? (await device.beginConversation('A question'))
  const clientMessageId = randomUUID()
  const from = line.heard.mark()
  line.ask(threadId, text, clientMessageId)
  const isIt = (accepted: { payload: { client_message_id: string } }): boolean =>
    accepted.payload.client_message_id === clientMessageId
  const { payload } = await line.mustHear('message_accepted', from, ACCEPTANCE, isIt)
  const runId = payload.run_id as RunId
  device.follow(runId)
  return { device, threadId, runId, from }
}

/** Waits for the end of the work on a question. @throws {NotObserved} */
export async function awaitEnding({ device, runId, from }: AskedQuestion, limit: Duration): Promise<Ending> {
  const what = `the end of ${device.line.person}'s run`
  const { value } = await device.line.heard.waitFor({ what, from, limit }, (heard) => {
    if (!isAgentEvent(heard)) return false
    const isLast = heard.type === 'agent_completed' || heard.type === 'agent_error'
    return isLast && heard.payload.run_id === runId && heard.payload.agent_name === 'supervisor'
  })
  if (value.type === 'agent_completed') return { outcome: 'answered', text: value.payload.response ?? '' }
  return { outcome: 'failed', text: value.type === 'agent_error' ? value.payload.message : value.type }
}

/** Asks what a workload costs, and waits for the answer. @returns also what the conversation then holds */
export async function askAndAwait(
  person: Person,
): Promise<Exchange & { readonly messages: MessageAnswer[] }> {
  const question = costQuestion(person)
  const asked = await ask(person.device, question.text)
  const ending = await awaitEnding(asked, COMPLEX_CHAT)
  return { question, ending, messages: await person.device.backend.mustMessages(asked.threadId) }
}

/** Opens a line first, for somebody who has just signed in. */
export async function comeAndAsk(person: Person): Promise<Exchange> {
  await person.device.openLine()
  return askAndAwait(person)
}

/** Has a conversation of this title, with a question and its answer in it. */
export async function converse(person: Person, title: string): Promise<void> {
  await person.device.openLine()
  await person.device.beginConversation(`${title} of ${person.marker}`)
  await askAndAwait(person)
  await person.device.hangUp()
}
