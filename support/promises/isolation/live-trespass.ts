import { randomUUID } from 'node:crypto'
import { type LIVE_ACCESS } from '#contract/access'
import type { ReceivedFrame } from '#contract/frames'
import { seconds } from '#waiting/duration'
import { faultOf } from '#waiting/not-observed'
import type { Person } from '#world/person'

/** How a message is addressed, for each type that has an address in it. */
export const MESSAGES = {
  user_message: (address: string) => ({
    ...{ content: 'What does it cost a month?', thread_id: address },
    client_message_id: randomUUID(),
  }),
  resume: (address: string) => ({ thread_id: address, after: 0 }),
  stop_run: (address: string) => ({ run_id: address }),
} satisfies Partial<Record<keyof typeof LIVE_ACCESS, (address: string) => object>>

const ANSWER = seconds(5)
/** A line says these of its own accord. */
const UNASKED = ['heartbeat', 'pong']
const turns = new WeakMap<object, Promise<unknown>>()

/** Says something on somebody's line. @returns the first answer, but for what differs each time */
export function sayAndHear(person: Person, type: keyof typeof MESSAGES, address: string): Promise<string> {
  const { connection } = person.device
  // One after the other: answers do not say what they are about.
  const turn = (turns.get(connection) ?? Promise.resolve()).then(async () => {
    const from = connection.received.mark()
    connection.send({ type, payload: MESSAGES[type](address) })
    const isAnswer = (heard: ReceivedFrame): boolean => !UNASKED.includes(heard.type)
    const wait = { what: `an answer to ${person.name}'s ${type}`, from, limit: ANSWER }
    return connection.received.waitFor(wait, isAnswer).then(({ value }) => describe(value), faultOf)
  })
  turns.set(connection, turn)
  return turn
}

function describe(heard: ReceivedFrame): string {
  if (heard.type !== 'error_message') return JSON.stringify([heard.type])
  return JSON.stringify([heard.type, { error_code: heard.error_code, message: heard.error_message }])
}
